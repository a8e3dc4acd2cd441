import { z } from 'zod';
import { SIDES } from '../../../lambda/status-update/contract/hold';

/** A time, such as `2025-03-01T10:00:00.000Z`. */
const time = z.iso.datetime();

/** In the result of every command. A change that breaks readers makes it 2; fields that are added do not. */
const common = {
  version: z.literal(1),
  command: z.string(),
  /** Why the command failed, although there may be a result. Absent: it did not. */
  error: z.strictObject({ message: z.string(), exitCode: z.union([z.literal(1), z.literal(2)]) }).optional(),
};

const held = z.strictObject({
  side: z.enum(SIDES),
  /** ARN. Absent: AWS did not say. */
  by: z.string().optional(),
  endsAt: time,
  inForce: z.boolean(),
});

const maintenance = z.object({ id: z.string(), status: z.string(), start: time, end: time });

const marker = z.strictObject({ kind: z.string(), text: z.string(), at: time });

/** What `understudy status --json` prints. What is not known is null, as is what there is none of. */
export const STATUS_RESULT = z.strictObject({
  ...common,
  store: z.string(),
  /** In Statuspage's words. */
  shoppersRead: z.string().nullable(),
  incident: z
    .strictObject({
      id: z.string(),
      title: z.string(),
      severity: z.enum(['SEV1', 'SEV2', 'SEV3']),
      phase: z.enum(['investigating', 'identified', 'monitoring']),
      drill: z.boolean(),
      startedAt: time,
      nextUpdateAt: time,
      acknowledgedAt: time.nullable(),
      /** ARN. Absent: nobody has it, or AWS did not say who. */
      acknowledgedBy: z.string().optional(),
    })
    .nullable(),
  held: held.nullable(),
  maintenance: maintenance.nullable(),
  drillUntil: time.nullable(),
  markers: z.array(marker).nullable(),
  alarms: z
    .array(
      z.strictObject({
        name: z.string(),
        state: z.enum(['OK', 'ALARM', 'INSUFFICIENT_DATA']),
        since: time.optional(),
      }),
    )
    .nullable(),
});

/** What `--json` prints of each command that sends something. */
export const SENT_RESULT = z.strictObject({
  ...common,
  store: z.string(),
  stack: z.string(),
  /** Absent: AWS did not say. */
  account: z.string().optional(),
  /** False when the person did not want it; what follows is absent then. */
  sent: z.boolean(),
  done: z.string().optional(),
  /** What could not be done at once; the function tries again. */
  problems: z.array(z.string()).optional(),
  incident: z.strictObject({ id: z.string(), ack: z.string() }).optional(),
  maintenance: maintenance.optional(),
  held: held.optional(),
});

/** What `understudy failover --json` prints. */
export const FAILOVER_RESULT = z.strictObject({
  ...common,
  /** Empty before the cut-over. */
  recordNames: z.array(z.string()),
  answer: z.enum(['PRIMARY', 'SECONDARY']),
  heldOn: z.enum(SIDES).nullable(),
  holder: z.strictObject({ by: z.string().optional(), until: time }).nullable(),
  endpoints: z.array(
    z.strictObject({
      name: z.string(),
      closesStore: z.boolean(),
      healthy: z.boolean(),
      checkersPassing: z.int(),
      checkers: z.int(),
    }),
  ),
});

/** What `understudy verify --json` prints. */
export const VERIFY_RESULT = z.strictObject({
  ...common,
  ok: z.boolean(),
  findings: z.array(
    z.strictObject({
      ok: z.boolean(),
      warns: z.literal(true).optional(),
      subject: z.string(),
      detail: z.string(),
      held: z.enum(SIDES).optional(),
    }),
  ),
});

/** What `understudy confirm --json` prints. */
export const CONFIRM_RESULT = z.strictObject({
  ...common,
  confirmed: z.array(z.strictObject({ topicArn: z.string() })),
});

/** What `--json` prints when a command fails before it has a result. */
export const ERROR_RESULT = z.strictObject(common).required({ error: true });
