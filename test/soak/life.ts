import type { Symptom } from '../../lambda/status-update/contract/symptom';
import type { AlarmFact } from '../../lambda/status-update/state/alarm-facts';
import { Agenda } from './agenda';
import { type Bug, NO_BUG } from './bugs';
import { Chance } from './chance';
import { judgeEnd, judgeMinute } from './judge';
import { MemoryTable } from './memory-table';
import { withoutRealTimeouts } from './memory-topic';
import { Shop } from './shop';
import { Weather } from './weather';

const MINUTE_MS = 60_000;
const BEGIN_MS = Date.parse('2025-03-01T10:00:00Z');

/** Long enough for three quarters of an hour of instability, or of doubt, to pass. */
const SETTLING_MINUTES = 55;

const STORES = [
  { domainName: 'shop.example.com', timeZone: 'Europe/Warsaw' },
  {
    domainName: 'boutique.example.com',
    escalationMinutes: 10,
    targets: { SEV1: { respond: 15, mend: 40 }, SEV2: { mend: 60 } },
  },
] as const;

/** What a life came to. */
export interface Lived {
  readonly seed: number;
  /** What should never happen, in the order in which it did; empty when all went well. */
  readonly violations: readonly string[];
  readonly messages: number;
  readonly copies: number;
  /** Most messages about one store within an hour. */
  readonly busiestHour: number;
  readonly minutes: number;
}

/** Lives through some hours of two stores, with everything that chance has for them. The same seed, the same life. */
export function live(seed: number, bug: Bug = NO_BUG): Promise<Lived> {
  return withoutRealTimeouts(async () => {
    const chance = new Chance(seed);
    const agenda = new Agenda(BEGIN_MS);
    const minutes = chance.int(15, 75);
    const weather = new Weather(chance, agenda, minutes);
    const shared = { agenda, chance, weather, bug, table: new MemoryTable() };
    const shops = STORES.map((store) => new Shop(store, shared));
    const violations: string[] = [];
    const endMs = BEGIN_MS + (minutes + SETTLING_MINUTES) * MINUTE_MS;
    for (const shop of shops) {
      planAlarms(shop, { agenda, chance }, minutes);
      planCommands(shop, { agenda, chance }, minutes);
      agenda.at(BEGIN_MS + minutes * MINUTE_MS, () => settle(shop));
      for (let atMs = BEGIN_MS; atMs < endMs; atMs += MINUTE_MS) {
        planTick(shop, { agenda, chance }, atMs);
        agenda.at(atMs + 20_000, () => shop.keepSchedules());
        agenda.at(atMs + 45_000, () => violations.push(...judgeMinute(shop, atMs + 45_000)));
      }
    }
    await agenda.runUntil(endMs);
    for (const shop of shops) {
      violations.push(...judgeEnd(shop));
    }
    return { seed, violations, minutes: minutes + SETTLING_MINUTES, ...figuresOf(shops) };
  });
}

const SIDES = ['primary', 'primary', 'secondary'] as const;

/** An alarm that comes and goes each minute. */
const FLAPS: readonly AlarmFact['state'][] = ['ALARM', 'OK'];

interface Plan {
  readonly agenda: Agenda;
  readonly chance: Chance;
}

/** Everything is well from now on, and nothing else goes wrong. */
function settle(shop: Shop): void {
  shop.isCalm = true;
  for (const symptom of shop.symptoms) {
    void shop.wake(shop.change(symptom, 'OK'));
  }
}

function planAlarms(shop: Shop, { agenda, chance }: Plan, minutes: number): void {
  const [store, checkout, , edge, slow] = shop.symptoms as [Symptom, Symptom, Symptom, Symptom, Symptom];
  const perMinute = chance.of([0.02, 0.05, 0.1, 0.2, 0.3, 0.5]);
  const isFlapping = chance.is(0.1);
  for (let minute = 1; minute < minutes; minute += 1) {
    if (!isFlapping && !chance.is(perMinute)) {
      continue;
    }
    const symptom = isFlapping ? store : chance.of([store, store, store, checkout, checkout, edge, slow]);
    const any = chance.of<AlarmFact['state']>(['ALARM', 'ALARM', 'ALARM', 'OK', 'OK', 'INSUFFICIENT_DATA']);
    const state = isFlapping ? (FLAPS[minute % FLAPS.length] ?? any) : any;
    const atMs = agenda.nowMs + minute * MINUTE_MS + chance.int(1, 59_999);
    agenda.at(atMs, () => deliver(shop, shop.change(symptom, state), { agenda, chance }));
  }
}

/** EventBridge delivers an event at least once, or late: minutes late it comes after newer ones. */
function deliver(shop: Shop, event: object, { agenda, chance }: Plan): void {
  if (chance.is(0.05)) {
    return;
  }
  const copies = chance.is(0.1) ? 2 : 1;
  for (let copy = 0; copy < copies; copy += 1) {
    const delayMs = chance.is(0.2) ? chance.int(0, 180_000) : chance.of([0, 0, 500, 2_000]);
    agenda.at(agenda.nowMs + delayMs, () => void shop.wake(event));
  }
}

function planTick(shop: Shop, { agenda, chance }: Plan, atMs: number): void {
  const [isMissed, isLate, isDouble] = [chance.is(0.02), chance.is(0.05), chance.is(0.05)];
  const lateMs = chance.int(1, 40) * 1_000;
  agenda.at(atMs, () => {
    if (shop.isCalm) {
      return void shop.wake();
    }
    if (isMissed) {
      return shop.note();
    }
    if (isDouble) {
      void shop.wake();
    }
    if (!isLate) {
      return void shop.wake();
    }
    shop.note();
    agenda.at(atMs + lateMs, () => void shop.wake());
  });
}

function planCommands(shop: Shop, { agenda, chance }: Plan, minutes: number): void {
  const count = chance.of([0, 1, 2, 4]);
  for (let nth = 0; nth < count; nth += 1) {
    const id = `${shop.domainName}-${nth}`;
    const atMs = agenda.nowMs + chance.int(1, minutes * 60) * 1_000;
    const choice = chance.int(0, 13);
    agenda.at(atMs, () => void shop.command(commandOf(choice, id, { nowMs: atMs, chance })));
  }
}

function commandOf(choice: number, id: string, { nowMs, chance }: { nowMs: number; chance: Chance }) {
  if (choice < 5) {
    return { kind: 'say', id, texts: { en: `Words ${id}.` } };
  }
  if (choice === 5) {
    return { kind: 'retract', id };
  }
  if (choice === 6) {
    return { kind: 'ack', id };
  }
  if (choice === 7) {
    return { kind: 'deployed', id, version: id };
  }
  if (choice === 10) {
    return { kind: 'release-failover', id };
  }
  if (choice > 10) {
    return { kind: 'hold-failover', id, side: chance.of(SIDES), forMinutes: chance.int(5, 30) };
  }
  const endMs = nowMs + chance.int(2, 20) * MINUTE_MS;
  if (choice === 8) {
    return { kind: 'drill', id, untilMs: endMs };
  }
  return { kind: 'open-maintenance', id, startMs: nowMs, endMs, texts: { en: `Work ${id}.` } };
}

function figuresOf(shops: readonly Shop[]) {
  const heard = shops.map(({ diary }) => diary.heard);
  const messages = heard.flat().length;
  const kinds = heard.reduce((sum, all) => sum + new Set(all.map(({ key }) => key)).size, 0);
  const hours = heard.flatMap((all) =>
    all.map(({ atMs }) => all.filter((one) => one.atMs >= atMs && one.atMs < atMs + 60 * MINUTE_MS).length),
  );
  return { messages, copies: messages - kinds, busiestHour: Math.max(0, ...hours) };
}
