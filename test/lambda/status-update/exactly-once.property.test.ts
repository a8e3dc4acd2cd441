import fc from 'fast-check';
import { DynamoDbStateStore } from '../../../lambda/status-update/adapters/dynamodb-state-store';
import { handleCommand } from '../../../lambda/status-update/command/handle-command';
import type { Message } from '../../../lambda/status-update/contract/message';
import { handleEvent } from '../../../lambda/status-update/handle-event';
import type { Announcement } from '../../../lambda/status-update/incident/announcement';
import type { AlarmFact } from '../../../lambda/status-update/state/alarm-facts';
import { FakeWorld } from './helpers/fake-world';
import { type Death, mortalPorts } from './helpers/mortal-ports';
import { SETTINGS } from './helpers/settings';
import { type StateTable, startStateTable } from './helpers/state-table';
import { CHECKOUT_DOWN, STORE_DOWN } from './helpers/symptoms';

const TICK = { source: 'aws.events' };

/** Long enough for the hold, for three quarters of an hour of instability, and for a dead invocation's lease to end. */
const SETTLING_MINUTES = 50;

let table: StateTable;
let shops = 0;
beforeAll(async () => {
  table = await startStateTable('State');
});
afterAll(() => table.close());

/** Something that happens. */
type Step =
  | { readonly kind: 'change'; readonly symptom: typeof STORE_DOWN; readonly to: AlarmFact['state'] }
  /** Invocations at the same time, each with an event from the past (or a tick), each perhaps dying half-way. */
  | { readonly kind: 'invoke'; readonly events: readonly number[]; readonly death: Death | undefined }
  | { readonly kind: 'say'; readonly id: string; readonly death: Death | undefined }
  | { readonly kind: 'wait'; readonly minutes: number };

const death = fc.option(fc.record({ call: fc.nat(24), afterwards: fc.boolean() }), {
  nil: undefined,
  freq: 2,
});
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('change'),
      symptom: fc.constantFrom(STORE_DOWN, CHECKOUT_DOWN),
      to: fc.constantFrom('ALARM', 'ALARM', 'OK', 'INSUFFICIENT_DATA'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('invoke'),
      events: fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }),
      death,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('say'), id: fc.constantFrom('a', 'b'), death }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait'), minutes: fc.constantFrom(1, 2, 5, 16) }) },
) as fc.Arbitrary<Step>;

/** A store's life: what happened to it, and what people heard. */
class Life {
  readonly world = new FakeWorld();
  deaths = 0;
  private readonly past: object[] = [];
  private readonly shop = `shop-${shops++}`;

  async live(happening: Step): Promise<void> {
    switch (happening.kind) {
      case 'change':
        // Two changes at one instant have no order; CloudWatch evaluates an alarm once a minute.
        this.world.wait(1 / 60);
        this.past.push(this.world.change(happening.symptom, happening.to));
        return;
      case 'invoke':
        await Promise.all(
          happening.events.map((index, nth) =>
            this.invoke(this.past.at(-1 - index) ?? TICK, nth === 0 ? happening.death : undefined),
          ),
        );
        return;
      case 'say':
        return this.say(happening.id, happening.death);
      case 'wait':
        this.world.wait(happening.minutes);
    }
  }

  async settle(): Promise<void> {
    await this.live({ kind: 'change', symptom: STORE_DOWN, to: 'OK' });
    await this.live({ kind: 'change', symptom: CHECKOUT_DOWN, to: 'OK' });
    for (let minute = 0; minute < SETTLING_MINUTES; minute += 1) {
      this.world.wait(1);
      await this.invoke(TICK, undefined);
    }
  }

  private async invoke(event: object, dying: Death | undefined): Promise<void> {
    const { ports, died } = this.ports(dying);
    await Promise.race([handleEvent(event, ports, SETTINGS), died]);
  }

  private async say(id: string, dying: Death | undefined): Promise<void> {
    const command = { kind: 'say', id, texts: { en: `Words ${id}` } };
    const { ports, died } = this.ports(dying);
    await Promise.race([
      handleCommand({ source: 'understudy.cli', preview: false, command }, ports, SETTINGS),
      died,
    ]);
  }

  private ports(dying: Death | undefined) {
    const store = new DynamoDbStateStore(table.dynamoDb, { tableName: 'State', partitionKey: this.shop });
    const mortal = mortalPorts(this.world.ports(store), dying);
    mortal.died.then(() => {
      this.deaths += 1;
    });
    return mortal;
  }
}

interface Heard {
  readonly incident: string;
  readonly number: number;
  readonly kind: Announcement['kind'];
  readonly message: Message;
}

function hear(message: Message): Heard {
  const { incidentId, update, kind } = JSON.parse(message.data ?? '{}');
  return { incident: incidentId, number: update, kind, message };
}

/** Whether the store was said to be `down`, `up` or going to and fro when each message came. Throws what makes no sense. */
function followStory(kinds: readonly Announcement['kind'][]): void {
  let store: 'down' | 'up' | 'either' = 'up';
  for (const kind of kinds) {
    if (kind === 'recovered' && store === 'up') {
      throw new Error('recovered before it was down');
    }
    if (kind === 'relapsed' && store === 'down') {
      throw new Error('down again before it had recovered');
    }
    if (kind === 'resolved' && store === 'down') {
      throw new Error('resolved before it had recovered');
    }
    if (kind === 'opened' || kind === 'relapsed') {
      store = 'down';
    }
    if (kind === 'recovered' || kind === 'resolved') {
      store = 'up';
    }
    if (kind === 'unstable') {
      store = 'either';
    }
  }
}

/** Each message the first time it was heard. */
function firstTimes(heard: readonly Heard[]): readonly Heard[] {
  const keys = heard.map(({ incident, number }) => `${incident}#${number}`);
  return heard.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

describe('status updates, whatever is delivered twice, late, at once, or to a function that dies', () => {
  test('tell each update once, in order, from the beginning of an incident to its end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
        const life = new Life();
        for (const happening of steps) {
          await life.live(happening);
        }
        await life.settle();
        const heard = life.world.messages.map(hear);
        const updates = firstTimes(heard);

        // Only a death between sending and noting it repeats a message, and it is the same message.
        expect(heard.length - updates.length).toBeLessThanOrEqual(life.deaths);
        for (const { incident, number, message } of heard) {
          expect(message).toEqual(
            updates.find((update) => update.incident === incident && update.number === number)?.message,
          );
        }
        for (const incident of new Set(updates.map((update) => update.incident))) {
          const told = updates.filter((update) => update.incident === incident);
          const numbers = told.map(({ number }) => number);
          expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
          expect(told.filter(({ kind }) => kind === 'opened')).toEqual([told[0]]);
          expect(told.at(-1)?.kind).toBe('resolved');
          followStory(told.map(({ kind }) => kind));
        }
        // One incident at a time.
        const ids = updates.map(({ incident }) => incident);
        expect(ids).toEqual([...ids].sort());
        expect(JSON.parse(life.world.file('status.json'))).toMatchObject({ x_mode: 'normal', x_since: null });
      }),
      { numRuns: 40 },
    );
  });
});
