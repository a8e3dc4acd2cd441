import { z } from 'zod';
import { type StorePaths, USUAL_PATHS } from '../../failover/store-paths';
import type { ChannelSources } from '../../monitoring/channels/channel';
import { DEFAULT_BUDGETS } from '../../rehearsal-budgets';
import type { RehearsalBudgets } from '../../understudy-props';
import { certificate, duration, secret } from './cdk-parts';
import { PAGE } from './page-schema';
import { complains, flag, knownText, list, number, shape, text, word, writtenText } from './parts';
import { TOPOLOGY } from './topology-schema';

const SEARCH_STRING = text('write text that proves it is the real page');

const searchString = z.union([SEARCH_STRING, z.literal(false)], {
  error: ({ input }) => SEARCH_STRING.safeParse(input).error?.issues[0]?.message,
});

const endpoint = shape({
  name: writtenText('write a short word such as home'),
  path: text('write a path such as /checkout'),
  searchString,
  critical: flag().optional(),
  severity: word('SEV1', 'SEV2', 'SEV3').optional(),
  restoreOrder: number().optional(),
  hostName: text().optional(),
});

const healthChecks = shape(
  {
    endpoints: list(endpoint, 'write what is probed: [{ name, path, searchString, critical: true }]'),
    interval: duration().optional(),
    failureThreshold: number().optional(),
    slowCloses: flag().optional(),
    emergencyPageCheck: flag().optional(),
  },
  'say what is probed: { endpoints }',
);

/** `ChannelSources`. A union of zod's would say of a wrong key only that neither kind has it. */
const channelSources = shape(
  {
    entry: writtenText('write the file that exports handler').optional(),
    builtIn: word('amazon-q', 'pager-duty', 'slack', 'teams').optional(),
  },
  'write { entry }: the file that exports handler',
).refine(({ entry, builtIn }) => (entry === undefined) !== (builtIn === undefined), {
  error: 'must have an entry, and no builtIn beside it; write { entry }: the file that exports handler',
}) as unknown as z.ZodType<ChannelSources, ChannelSources>;

const channel = shape(
  {
    name: writtenText('write lower-case words with dashes'),
    sources: channelSources,
    secret: secret().optional(),
    endpoint: text().optional(),
    ownTopic: flag().optional(),
    acknowledges: flag().optional(),
  },
  'make it with Channel.pagerDuty, Channel.slack, Channel.teams or Channel.amazonQ',
);

const people = {
  emails: list(text()).optional(),
  phoneNumbers: list(text()).optional(),
  webhooks: list(text()).optional(),
  channels: list(channel).optional(),
};

const targetTimes = shape(
  { respond: duration('minutes').optional(), mend: duration('minutes').optional() },
  'write { respond, mend }',
);

const onCall = shape(
  {
    ...people,
    runbookUrl: text('write the address where the steps are written down'),
    owner: text().optional(),
    timeZone: knownText().optional(),
    contacts: list(shape({ role: text(), reach: text() })).optional(),
    monitoringHold: duration('minutes').optional(),
    longOutage: duration('hours').optional(),
    escalation: shape(
      { ...people, after: duration('minutes').optional() },
      'say who is called: { emails }',
    ).optional(),
    targets: shape({
      SEV1: targetTimes.optional(),
      SEV2: targetTimes.optional(),
      SEV3: targetTimes.optional(),
    }).optional(),
  },
  'say who is told: { emails, runbookUrl }',
);

/** An object that may have each of some keys. */
const some = <K extends string, S extends z.ZodType>(keys: Readonly<Record<K, unknown>>, part: S) =>
  shape(
    Object.fromEntries(Object.keys(keys).map((key) => [key, part.optional()])) as {
      [key in K]: z.ZodOptional<S>;
    },
  );

const bytes = () => z.custom<Uint8Array>((value) => ArrayBuffer.isView(value));

const documents = z
  .record(
    z.string(),
    z.union(
      [z.string(), bytes()],
      complains('text, or bytes as readFileSync gives them', 'write what is in the file'),
    ),
    complains('an object', 'write { "/robots.txt": "User-agent: ..." }'),
  )
  .readonly();

/** `UnderstudyProps`, as JavaScript may bring them: what they must have, may have and must not have, at every depth. */
export const UNDERSTUDY_PROPS = shape(
  {
    domainName: knownText('write the name shoppers type, such as shop.example.com'),
    hostedZone: shape(
      {
        hostedZoneId: text("write the zone's id, such as Z0123456789EXAMPLE"),
        zoneName: text("write the zone's name, such as example.com"),
      },
      'write { hostedZoneId, zoneName } of the public zone',
    ),
    topology: TOPOLOGY,
    healthChecks,
    onCall,
    page: PAGE,
    returnSpread: duration().optional(),
    documents: documents.optional(),
    cutOver: flag().optional(),
    certificate: certificate().optional(),
    platformStatusUrl: text('write the address of its summary.json').optional(),
    latencyAlarm: shape({ threshold: duration('millis') }).optional(),
    journey: some<keyof StorePaths, ReturnType<typeof text>>(
      USUAL_PATHS,
      writtenText('write a path such as /kasa'),
    ).optional(),
    budgets: some<keyof RehearsalBudgets, ReturnType<typeof number>>(
      DEFAULT_BUDGETS.edge,
      number('write seconds without quotes'),
    ).optional(),
    revenuePerMinute: shape({
      amount: number(),
      currency: text('write three capital letters, such as EUR'),
    }).optional(),
  },
  'describe the store: { domainName, hostedZone, topology, healthChecks, onCall, page }',
);
