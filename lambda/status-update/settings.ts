import * as z from 'zod/mini';
import { dashboardUrl } from './contract/dashboard-url';
import { type Symptom, WATCHED, type Watched } from './contract/symptom';
import { targetTimesSchema } from './contract/target-times';

const writtenSymptomSchema = z.object({
  alarmName: z.string().check(z.minLength(1)),
  kind: z.enum(['store-down', 'store-failing', 'endpoint-down', 'edge-errors', 'slow']),
  /** Absent in settings of version 0.2, which may be the newest that can be read. */
  watches: z.optional(z.enum(WATCHED)),
  label: z.string(),
  /** As people rate the endpoint. Absent: as its kind usually is. */
  severity: z.optional(z.enum(['SEV1', 'SEV2', 'SEV3'])),
  /** Ids of the health checks of the ports that close the store. Absent: critical endpoints do. */
  portChecks: z.optional(z.readonly(z.array(z.string()))),
  metric: z.object({
    namespace: z.string(),
    name: z.string(),
    dimensions: z.record(z.string(), z.string()),
    statistic: z.string(),
  }),
});

type WrittenSymptom = z.infer<typeof writtenSymptomSchema>;

const symptomSchema = z.pipe(
  writtenSymptomSchema,
  z.transform((symptom: WrittenSymptom): Symptom => ({ ...symptom, watches: watchedBy(symptom) })),
);

/** Before settings said so, the label alone told the store from an endpoint; none may be called `store`. */
function watchedBy({ kind, label, watches }: WrittenSymptom): Watched {
  if (watches !== undefined) {
    return watches;
  }
  switch (kind) {
    case 'edge-errors':
      return 'edge';
    case 'slow':
      return 'origin';
    default:
      return label === 'store' ? 'store' : 'endpoint';
  }
}

const storeSchema = z.object({
  domainName: z.string(),
  storeName: z.string(),
  /** The emergency page's, as BCP 47 tags. Absent: every language that there are texts in. */
  languages: z.optional(z.array(z.string())),
  topology: z.enum(['edge', 'dns']),
  runbookUrl: z.string(),
  /** A role, not a person. */
  owner: z.string(),
  /** IANA name. Absent: UTC only. */
  timeZone: z.optional(z.string()),
  /** The generated runbook. */
  stepsUrl: z.string(),
  /** Whose Change History messages quote. */
  hostedZoneId: z.optional(z.string()),
  /** The JSON of the status page of the platform that hosts the store. */
  platformStatusUrl: z.optional(z.string()),
  /** How long everything must stay well before an incident is resolved. */
  holdMinutes: z._default(z.number(), 5),
  /** After how many minutes without an acknowledgement the second contact is told. Absent: there is none. */
  escalationMinutes: z.optional(z.number()),
  /** Times to respond and to mend, for each severity that has some. */
  targets: z.optional(targetTimesSchema),
  /** After how many hours messages say what a long outage does to search results. */
  longOutageHours: z._default(z.number(), 24),
  /** Over how many seconds waiting shoppers go back to the store. Absent: as the emergency page thinks best. */
  returnSeconds: z.optional(z.number()),
  /** Where shoppers say how it was for them. */
  feedbackUrl: z.optional(z.string()),
  /** Whether the secondary record leads to a second place that serves the store. */
  standby: z._default(z.boolean(), false),
  /** What the store earns in a minute, for estimates. */
  revenuePerMinute: z.optional(z.object({ amount: z.number(), currency: z.string() })),
  /** Whom to call, by role. */
  contacts: z._default(z.array(z.object({ role: z.string(), reach: z.string() })), []),
});

/** What messages say about the store itself. */
export type Store = Readonly<z.infer<typeof storeSchema>> & { readonly dashboardUrl: string };

const json = <T extends z.ZodMiniType>(schema: T) =>
  z.pipe(
    z.pipe(
      z.string(),
      z.transform((text: string): unknown => JSON.parse(text)),
    ),
    schema,
  );

/** DescribeAlarms takes so many names in one call. */
export const MAX_SYMPTOMS = 100;

const symptomsSchema = z.array(symptomSchema).check(z.minLength(1), z.maxLength(MAX_SYMPTOMS));

const environmentSchema = z.object({
  /** In the environment those only that are not about one endpoint: Lambda takes 4 KB of variables. */
  SYMPTOMS: json(symptomsSchema),
  /** In the environment without lists and amounts. */
  STORE: json(storeSchema),
  /** Where in the records bucket the deployment says all of both. */
  SETTINGS_KEY: z.string(),
  /** The beginnings of the ids of what the symptoms are read from: a new one makes the settings new. */
  SETTINGS_IDS: z.string(),
  /** As deployed: how many of the endpoints that close the store must be healthy. */
  THRESHOLD: z.pipe(
    z.pipe(
      z.string(),
      z.transform((text: string) => Number(text)),
    ),
    z.int().check(z.minimum(1), z.maximum(255)),
  ),
  /** The role by which a schedule ends a hold. */
  HOLD_ROLE_ARN: z.string(),
  TABLE_NAME: z.string(),
  TOPIC_ARN: z.string(),
  AUDIT_TOPIC_ARN: z.string(),
  /** Absent: there is no second contact. */
  ESCALATION_TOPIC_ARN: z.optional(z.string()),
  RECORDS_BUCKET: z.string(),
  SITE_BUCKET: z.string(),
  /** The emergency site's folder in the bucket, with a slash at its end. */
  SITE_PREFIX: z.string(),
  AWS_REGION: z.string(),
});

/**
 * The function's settings, checked. The dashboard's address follows from them, so it takes no room in the environment.
 */
export type Settings = Readonly<Omit<z.infer<typeof environmentSchema>, 'STORE'>> & {
  readonly STORE: Store;
  /** What messages say of settings that are not those of the deployment. @default - they are */
  readonly NOTICE?: string;
};

/**
 * Reads the environment, which has what the function needs to speak at all.
 *
 * @throws ZodError naming the variable; at cold start, so that a bad deployment fails loudly
 */
export function readEnvironment(environment: Readonly<Record<string, string | undefined>>): Settings {
  const { STORE, ...others } = environmentSchema.parse(environment);
  return { ...others, STORE: withDashboard(STORE, others.AWS_REGION) };
}

const deployedSchema = z.object({ symptoms: symptomsSchema, store: storeSchema });

/** The settings with all that a deployment says, as JSON. @throws Error when it is none of ours */
export function withDeployed(settings: Settings, text: string): Settings {
  const { symptoms, store } = deployedSchema.parse(JSON.parse(text));
  return { ...settings, SYMPTOMS: symptoms, STORE: withDashboard(store, settings.AWS_REGION) };
}

function withDashboard(store: z.infer<typeof storeSchema>, region: string): Store {
  return { ...store, dashboardUrl: dashboardUrl(store.domainName, region) };
}
