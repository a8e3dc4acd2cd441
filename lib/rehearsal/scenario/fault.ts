import { z } from 'zod';
import { USUAL_PATHS } from '../../failover/store-paths';
import { CHECKER_REGIONS } from '../aws/route53/checker';
import { CONFIRMED_PROTOCOLS } from '../aws/sns/rules/confirmation';
import { HOME_REGION } from '../kernel/home-region';
import { known, percent, reportAlongside, seconds } from './schema-parts';

/** The pages of a store, wherever it keeps them. */
const PAGES = Object.keys(USUAL_PATHS);
const PATH_OR_PAGE = new RegExp(`^(/.*|${PAGES.join('|')})$`);

const span = {
  fromSeconds: seconds.describe("when it begins, in seconds after the scenario's start"),
  toSeconds: seconds.describe('when it is repaired, counted alike; greater than fromSeconds'),
  text: z
    .string()
    .min(1)
    .optional()
    .describe('one plain clause for the timeline; default: made from kind and paths'),
};

/** A fault of the store may concern some paths only, and come and go. */
const storeFault = {
  ...span,
  paths: z
    .array(
      z.string().regex(PATH_OR_PAGE, { error: `must begin with a slash, or be one of ${PAGES.join(', ')}` }),
    )
    .min(1)
    .optional()
    .describe(
      `only these paths and what is below them; ${PAGES.join(', ')} stand for those of the store; default: every path`,
    ),
  methods: z
    .array(z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']))
    .min(1)
    .optional()
    .describe('only requests with these methods; health checkers ask with GET; default: every method'),
  flaps: known({
    downSeconds: seconds.min(1).describe('for how long it is there'),
    upSeconds: seconds.min(1).describe('for how long it is not'),
  })
    .optional()
    .describe('it comes and goes while it lasts, down first; default: it is there all the time'),
};

const rampSeconds = seconds
  .default(0)
  .describe('in how many seconds it grows from nothing to its full strength');

/** The kind of a fault. @param what it means, for authors of scenarios */
const kind = <K extends string>(name: K, what: string) => z.literal(name).describe(what);

const STORE_FAULTS = [
  known({ kind: kind('refuses', 'a closed port: the connection is refused at once'), ...storeFault }),
  known({ kind: kind('black hole', 'a firewall or a dead host: packets vanish'), ...storeFault }),
  known({ kind: kind('hangs', 'the connection is taken, and nothing ever comes'), ...storeFault }),
  known({
    kind: kind('errors', 'a share of the requests is answered with an error, at random'),
    ...storeFault,
    status: z.int().min(500).max(599).default(503).describe('the HTTP status of the error'),
    sharePercent: percent.default(100).describe('how many of the requests, in percent'),
    rampSeconds,
  }),
  known({
    kind: kind('slow', 'every answer comes late'),
    ...storeFault,
    delaySeconds: seconds.describe('by how much'),
    rampSeconds,
  }),
  known({ kind: kind('wrong content', "status 200 with a page that is not the store's"), ...storeFault }),
  known({
    kind: kind('reworded', 'the store is well, but its pages lack the texts that health checks look for'),
    ...storeFault,
  }),
  known({
    kind: kind(
      'name fails',
      'the host name of the origin has no address; nothing happens where the store is known by IP addresses',
    ),
    ...storeFault,
  }),
  known({
    kind: kind(
      'certificate expired',
      'clients that check certificates turn away; health checkers do not check them',
    ),
    ...storeFault,
  }),
] as const;

const OTHER_FAULTS = [
  known({
    kind: kind('spike', 'many more shoppers than usual'),
    ...span,
    times: z.number().min(1).max(1_000).describe('how many times as many'),
    rampSeconds,
  }),
  known({
    kind: kind('checkers fail', 'health checkers in some regions see the store down, whatever it answers'),
    ...span,
    regions: z.array(z.enum(CHECKER_REGIONS)).min(1).describe('regions of Route 53 health checkers'),
  }),
  known({
    kind: kind('emergency site emptied', 'somebody deletes every file of the emergency site'),
    ...span,
  }),
  known({
    kind: kind('functions fail', "the stack's functions throw as soon as they start"),
    ...span,
    spares: z
      .enum(['behind topics'])
      .optional()
      .describe('functions that go on: those that SNS invokes, such as pagers and chats; default: none'),
  }),
  known({
    kind: kind('endpoints down', 'messages can not be delivered over some protocols'),
    ...span,
    protocols: z
      .array(z.enum(['email', 'email-json', 'http', 'https', 'sms', 'lambda', 'sqs']))
      .min(1)
      .describe('protocols of SNS subscriptions'),
  }),
  known({
    kind: kind('unconfirmed', 'nobody has confirmed the subscriptions over some protocols: they get nothing'),
    ...span,
    protocols: z
      .array(z.enum(CONFIRMED_PROTOCOLS))
      .min(1)
      .describe('protocols of SNS subscriptions; the others need no confirmation'),
  }),
  known({
    kind: kind(
      'platform trouble',
      'the status page of the platform that hosts the store (platformStatusUrl) tells of a partial outage',
    ),
    ...span,
    components: z.array(z.string().min(1).max(60)).min(1).describe('names of the components it tells of'),
  }),
  known({
    kind: kind(
      'region lost',
      `everything of the stack in ${HOME_REGION} is down; the store, DNS and CloudFront do not`,
    ),
    ...span,
  }),
] as const;

const ANY_FAULT = z.discriminatedUnion('kind', [...STORE_FAULTS, ...OTHER_FAULTS]);

/** Every kind of fault, in the order of the documentation. */
export const FAULT_KINDS: readonly string[] = [...STORE_FAULTS, ...OTHER_FAULTS].map(
  ({ shape }) => shape.kind.value,
);

/** A fault as a scenario file holds it. */
export const FAULT = ANY_FAULT.superRefine(
  ({ fromSeconds, toSeconds }, context) => {
    if (toSeconds > fromSeconds) {
      return;
    }
    const message = `must be greater than fromSeconds, which is ${fromSeconds}`;
    context.addIssue({ code: 'custom', path: ['toSeconds'], message });
  },
  reportAlongside({ fromSeconds: z.number(), toSeconds: z.number() }),
).transform((fault) => ({ ...fault, text: fault.text ?? describeFault(fault) }));

/** Something that goes wrong, and when. */
export type ScenarioFault = z.output<typeof FAULT>;

/** A way for the store itself to fail. */
export type StoreFault = Extract<ScenarioFault, { kind: z.output<(typeof STORE_FAULTS)[number]>['kind'] }>;

const STORE_KINDS: ReadonlySet<string> = new Set(STORE_FAULTS.map(({ shape }) => shape.kind.value));

export const isStoreFault = (fault: ScenarioFault): fault is StoreFault => STORE_KINDS.has(fault.kind);

/** One plain clause about a fault that has no text of its own. */
function describeFault(fault: z.output<typeof ANY_FAULT>): string {
  const where = 'paths' in fault && fault.paths ? ` for ${fault.paths.join(', ')}` : '';
  const how = 'methods' in fault && fault.methods ? ` to ${fault.methods.join(', ')}` : '';
  return `${CLAUSES[fault.kind]}${how}${where}`;
}

const CLAUSES: Readonly<Record<z.output<typeof ANY_FAULT>['kind'], string>> = {
  refuses: 'the origin refuses connections',
  'black hole': 'packets to the origin vanish',
  hangs: 'the origin takes connections and does not answer',
  errors: 'the origin answers with errors',
  slow: 'the origin answers slowly',
  'wrong content': 'the origin answers 200 with a page that is not the store',
  reworded: 'the pages of the origin lack what health checks look for',
  'name fails': "the origin's host name has no address",
  'certificate expired': "the origin's certificate has expired",
  spike: 'many more shoppers come than usual',
  'checkers fail': 'some health checkers see the store down',
  'emergency site emptied': 'every file of the emergency site is deleted',
  'functions fail': 'the functions of the stack throw',
  'endpoints down': 'messages can not be delivered',
  unconfirmed: 'nobody has confirmed some subscriptions',
  'platform trouble': 'the status page of the platform tells of an outage',
  'region lost': `${HOME_REGION} is down`,
};
