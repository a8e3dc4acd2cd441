import { z } from 'zod';
import { MAX_TEXT_LENGTH } from '../../../lambda/status-update/incident/texts';
import { known, seconds } from './schema-parts';

/** Seconds after the scenario's start. */
const at = { atSeconds: seconds };

/** Words for shoppers, in English. */
const text = z.string().min(1).max(MAX_TEXT_LENGTH);

const ACTIONS = [
  /** Says something about the running incident. */
  known({
    kind: z.literal('status'),
    ...at,
    text,
    /** Whether the cause is known. @default - as before */
    state: z.enum(['investigating', 'identified']).optional(),
    /** In how many seconds shoppers may expect the store. @default - as before */
    backInSeconds: seconds.min(1).optional(),
  }),
  /** Takes back what was last said. */
  known({ kind: z.literal('retract'), ...at }),
  /** Opens a maintenance window. */
  known({
    kind: z.literal('maintenance open'),
    ...at,
    text,
    /** Seconds until it starts. */
    startsInSeconds: seconds.default(0),
    lastsSeconds: seconds.min(60),
  }),
  /** Ends the maintenance window that lasts, or cancels the next one. */
  known({ kind: z.literal('maintenance close'), ...at }),
  /** Notes a deployment of the store. */
  known({ kind: z.literal('deployed'), ...at, version: z.string().regex(/^[\x21-\x7e]{1,40}$/) }),
  /** Says that what breaks next is broken on purpose. */
  known({ kind: z.literal('drill'), ...at, lastsSeconds: seconds.min(1) }),
] as const;

/** Every kind of action, in the order of the documentation. */
export const ACTION_KINDS: readonly string[] = ACTIONS.map(({ shape }) => shape.kind.value);

/** What a person does, as a scenario file holds it. */
export const PERSON_ACTION = z.discriminatedUnion('kind', ACTIONS);

/** What a person does with `npx understudy`, and when. */
export type PersonAction = z.output<typeof PERSON_ACTION>;

/** The command line that the person types after `npx understudy`. @param nowMs when it is typed */
export function commandLine(action: PersonAction, nowMs: number): readonly string[] {
  const timeIn = (later: number) => new Date(nowMs + later * 1000).toISOString();
  switch (action.kind) {
    case 'status':
      return [
        'status',
        action.text,
        ...(action.state === undefined ? [] : ['--state', action.state]),
        ...(action.backInSeconds === undefined ? [] : ['--expected-back', timeIn(action.backInSeconds)]),
      ];
    case 'retract':
      return ['retract'];
    case 'maintenance open': {
      const { startsInSeconds, lastsSeconds } = action;
      const times = ['--from', timeIn(startsInSeconds), '--to', timeIn(startsInSeconds + lastsSeconds)];
      return ['maintenance', 'open', action.text, ...times];
    }
    case 'maintenance close':
      return ['maintenance', 'close'];
    case 'deployed':
      return ['deployed', action.version];
    case 'drill':
      return ['drill', timeIn(action.lastsSeconds)];
  }
}
