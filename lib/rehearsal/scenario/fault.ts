import { z } from 'zod';
import { CHECKER_REGIONS } from '../route53/checker';
import { known, percent, seconds } from './schema-parts';

const span = {
  /** Seconds after the scenario's start. */
  fromSeconds: seconds,
  toSeconds: seconds,
  /** One plain clause for the timeline. */
  text: z.string().min(1).optional(),
};

/** A fault of the store may concern some paths only, and come and go. */
const storeFault = {
  ...span,
  /** Only these paths and what is below them. @default - every path */
  paths: z.array(z.string().startsWith('/')).min(1).optional(),
  /** It comes and goes while it lasts, beginning with `downSeconds`. @default - it is there all the time */
  flaps: known({ downSeconds: seconds.min(1), upSeconds: seconds.min(1) }).optional(),
};

/** Grows from nothing to its full strength in this time. */
const rampSeconds = seconds.default(0);

const STORE_FAULTS = [
  /** A closed port: the connection is refused at once. */
  known({ kind: z.literal('refuses'), ...storeFault }),
  /** A firewall or a dead host: packets vanish. */
  known({ kind: z.literal('black hole'), ...storeFault }),
  /** The connection is taken, and nothing ever comes. */
  known({ kind: z.literal('hangs'), ...storeFault }),
  /** A share of the requests is answered with an error, at random. */
  known({
    kind: z.literal('errors'),
    ...storeFault,
    status: z.int().min(500).max(599).default(503),
    sharePercent: percent.default(100),
    rampSeconds,
  }),
  /** Every answer comes late. */
  known({ kind: z.literal('slow'), ...storeFault, delaySeconds: seconds, rampSeconds }),
  /** Status 200 with a page that is not the store's. */
  known({ kind: z.literal('wrong content'), ...storeFault }),
  /** The host name of the origin has no address. Nothing happens where the store is known by its IP addresses. */
  known({ kind: z.literal('name fails'), ...storeFault }),
  /** Clients that check certificates turn away; health checkers do not check them. */
  known({ kind: z.literal('certificate expired'), ...storeFault }),
] as const;

const OTHER_FAULTS = [
  /** Many more shoppers than usual. */
  known({ kind: z.literal('spike'), ...span, times: z.number().min(1).max(1_000), rampSeconds }),
  /** Health checkers in these regions see the store down, whatever it answers. */
  known({ kind: z.literal('checkers fail'), ...span, regions: z.array(z.enum(CHECKER_REGIONS)).min(1) }),
  /** Somebody deletes every file of the emergency site. */
  known({ kind: z.literal('emergency site emptied'), ...span }),
  /** The stack's functions throw as soon as they start. */
  known({ kind: z.literal('functions fail'), ...span }),
  /** Messages can't be delivered over these protocols. */
  known({
    kind: z.literal('endpoints down'),
    ...span,
    protocols: z.array(z.enum(['email', 'email-json', 'http', 'https', 'sms', 'lambda', 'sqs'])).min(1),
  }),
  /** Everything of the stack that runs in us-east-1 stands still; the store, DNS and CloudFront do not. */
  known({ kind: z.literal('region lost'), ...span }),
] as const;

const ANY_FAULT = z.discriminatedUnion('kind', [...STORE_FAULTS, ...OTHER_FAULTS]);

/** Every kind of fault, in the order of the documentation. */
export const FAULT_KINDS: readonly string[] = [...STORE_FAULTS, ...OTHER_FAULTS].map(
  ({ shape }) => shape.kind.value,
);

/** A fault as a scenario file holds it. */
export const FAULT = ANY_FAULT.superRefine(({ fromSeconds, toSeconds }, context) => {
  if (toSeconds > fromSeconds) return;
  context.addIssue({ code: 'custom', path: ['toSeconds'], message: 'must be greater than fromSeconds' });
}).transform((fault) => ({ ...fault, text: fault.text ?? describeFault(fault) }));

/** Something that goes wrong, and when. */
export type ScenarioFault = z.output<typeof FAULT>;

/** A way for the store itself to fail. */
export type StoreFault = Extract<ScenarioFault, { kind: z.output<(typeof STORE_FAULTS)[number]>['kind'] }>;

const STORE_KINDS: ReadonlySet<string> = new Set(STORE_FAULTS.map(({ shape }) => shape.kind.value));

export const isStoreFault = (fault: ScenarioFault): fault is StoreFault => STORE_KINDS.has(fault.kind);

/** One plain clause about a fault that has no text of its own. */
function describeFault(fault: z.output<typeof ANY_FAULT>): string {
  const where = 'paths' in fault && fault.paths ? ` for ${fault.paths.join(', ')}` : '';
  return `${CLAUSES[fault.kind]}${where}`;
}

const CLAUSES: Readonly<Record<z.output<typeof ANY_FAULT>['kind'], string>> = {
  refuses: 'the origin refuses connections',
  'black hole': 'packets to the origin vanish',
  hangs: 'the origin takes connections and does not answer',
  errors: 'the origin answers with errors',
  slow: 'the origin answers slowly',
  'wrong content': 'the origin answers 200 with a page that is not the store',
  'name fails': "the origin's host name has no address",
  'certificate expired': "the origin's certificate has expired",
  spike: 'many more shoppers come than usual',
  'checkers fail': 'some health checkers see the store down',
  'emergency site emptied': 'every file of the emergency site is deleted',
  'functions fail': 'the functions of the stack throw',
  'endpoints down': 'messages can not be delivered',
  'region lost': 'us-east-1 stands still',
};
