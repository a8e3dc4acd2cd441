import { z } from 'zod';
import { HOLD_MINUTES, SIDES } from '../../../lambda/status-update/contract/hold';
import { MAX_NOTE_LENGTH, NOTE_KINDS } from '../../../lambda/status-update/contract/marker';
import { MAX_TEXT_LENGTH } from '../../../lambda/status-update/contract/texts';
import { known, seconds } from './schema-parts';

const at = { atSeconds: seconds.describe("when, in seconds after the scenario's start") };

const text = z.string().min(1).max(MAX_TEXT_LENGTH).describe('words for shoppers, in English');

const ACTIONS = [
  known({
    kind: z.literal('announce').describe('says something about the running incident'),
    ...at,
    text,
    state: z
      .enum(['investigating', 'identified'])
      .optional()
      .describe('whether the cause is known; default: as before'),
    backInSeconds: seconds
      .min(1)
      .optional()
      .describe('in how many seconds shoppers may expect the store; default: as before'),
  }),
  known({ kind: z.literal('ack').describe('acknowledges the running incident'), ...at }),
  known({ kind: z.literal('retract').describe('takes back what was last said'), ...at }),
  known({
    kind: z.literal('maintenance open').describe('opens a maintenance window'),
    ...at,
    text,
    startsInSeconds: seconds.default(0).describe('seconds until it starts'),
    lastsSeconds: seconds.min(60).describe('how long it lasts'),
  }),
  known({
    kind: z.literal('maintenance close').describe('ends the window that lasts, or cancels the next one'),
    ...at,
  }),
  known({
    kind: z.literal('deployed').describe('notes a deployment of the store'),
    ...at,
    version: z
      .string()
      .regex(/^[\x21-\x7e]{1,40}$/, { error: 'must be 1 to 40 characters without spaces' })
      .describe('ASCII without spaces'),
  }),
  known({
    kind: z.literal('note').describe('notes a change or a campaign'),
    ...at,
    about: z.enum(NOTE_KINDS).describe('what it is'),
    text: z.string().min(1).max(MAX_NOTE_LENGTH).describe('one line'),
  }),
  known({
    kind: z.literal('drill').describe('says that what breaks next is broken on purpose'),
    ...at,
    lastsSeconds: seconds.min(1).describe('for how long'),
  }),
  known({
    kind: z
      .literal('failover hold')
      .describe('takes the failover out of the hands of the health checks, as in a false alarm'),
    ...at,
    side: z.enum(SIDES).describe('which record Route 53 is to answer with'),
    lastsSeconds: seconds
      .min(HOLD_MINUTES.min * 60)
      .default(HOLD_MINUTES.default * 60)
      .describe('for how long at most; default: an hour'),
  }),
  known({
    kind: z.literal('failover auto').describe('gives it back to the health checks'),
    ...at,
  }),
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
    case 'announce':
      return [
        'announce',
        action.text,
        ...(action.state === undefined ? [] : ['--state', action.state]),
        ...(action.backInSeconds === undefined ? [] : ['--expected-back', timeIn(action.backInSeconds)]),
      ];
    case 'ack':
      return ['ack'];
    case 'retract':
      return ['announce', '--retract'];
    case 'maintenance open': {
      const { startsInSeconds, lastsSeconds } = action;
      const times = ['--from', timeIn(startsInSeconds), '--to', timeIn(startsInSeconds + lastsSeconds)];
      return ['maintenance', 'open', action.text, ...times];
    }
    case 'maintenance close':
      return ['maintenance', 'close'];
    case 'deployed':
      return ['deployed', action.version];
    case 'note':
      return ['note', action.about, action.text];
    case 'drill':
      return ['drill', timeIn(action.lastsSeconds)];
    case 'failover hold':
      return ['failover', 'hold', action.side, '--for', `${Math.ceil(action.lastsSeconds / 60)}m`];
    case 'failover auto':
      return ['failover', 'auto'];
  }
}
