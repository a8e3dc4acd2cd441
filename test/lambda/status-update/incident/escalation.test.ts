import { applyCommand } from '../../../../lambda/status-update/command/apply-command';
import type { Command } from '../../../../lambda/status-update/contract/command';
import type { Announcement } from '../../../../lambda/status-update/incident/announcement';
import { decide } from '../../../../lambda/status-update/incident/decide';
import { INITIAL_STATE, type IncidentState } from '../../../../lambda/status-update/state/incident-state';
import { MINUTE_MS, TEN, WATCHED } from '../helpers/play';
import { SETTINGS } from '../helpers/settings';
import { simpleMaintenance, simpleState } from '../helpers/states';
import { STORE_DOWN } from '../helpers/symptoms';

const ACK: Command = { kind: 'ack', id: 'ack' };

/** A store that goes down at minute 0, woken every minute. */
class Night {
  readonly said: [minute: number, announcement: Announcement][] = [];
  private minute = 0;

  constructor(
    public state: IncidentState = INITIAL_STATE,
    private readonly escalateAfterMs: number | null = 10 * MINUTE_MS,
  ) {
    this.wake('ALARM');
  }

  get kinds(): string[] {
    return this.said.map(([minute, { kind }]) => `${minute} ${kind}`);
  }

  goOn(untilMinute: number): this {
    while (this.minute < untilMinute) {
      this.minute += 1;
      this.wake();
    }
    return this;
  }

  turn(alarmState: 'ALARM' | 'OK'): this {
    this.minute += 1;
    this.wake(alarmState);
    return this;
  }

  order(command: Command, by?: string): this {
    const nowMs = TEN + this.minute * MINUTE_MS;
    const outcome = applyCommand(
      this.state,
      { preview: false, by, command },
      { nowMs, store: SETTINGS.STORE },
    );
    if (outcome.kind === 'refused') {
      throw new Error(outcome.because);
    }
    this.take(outcome);
    return this;
  }

  /** A wake-up a minute later at which every checker passes, and the alarm does not know it yet. */
  lag(): this {
    this.minute += 1;
    this.wake(undefined, true);
    return this;
  }

  private wake(alarmState?: 'ALARM' | 'OK', passesNow = false): void {
    const nowMs = TEN + this.minute * MINUTE_MS;
    const facts = alarmState && { [STORE_DOWN.alarmName]: { state: alarmState, sinceMs: nowMs } };
    const escalateAfterMs = this.escalateAfterMs ?? undefined;
    this.take(decide(this.state, { ...WATCHED, facts: facts ?? {}, escalateAfterMs, passesNow }, nowMs));
  }

  private take({ state, announcement }: { state: IncidentState; announcement?: Announcement }): void {
    this.state = state;
    if (announcement !== undefined) {
      this.said.push([this.minute, announcement]);
    }
  }
}

describe('an incident that nobody acknowledges', () => {
  test('is escalated once, when the time is up and not before', () => {
    expect(new Night().goOn(9).kinds).toEqual(['0 opened']);
    expect(new Night().goOn(14).kinds).toEqual(['0 opened', '10 escalated']);
  });

  test('rings phones, promises nothing new, and stays escalated', () => {
    const [[, opened], [, escalated], [, still]] = new Night().goOn(15).said as [
      [number, Announcement],
      [number, Announcement],
      [number, Announcement],
    ];
    expect(escalated).toMatchObject({ update: 2, escalatedAtMs: TEN + 10 * MINUTE_MS });
    expect(escalated.quiet).toBeUndefined();
    expect(escalated.nextUpdateAtMs).toBe(opened.nextUpdateAtMs);
    expect(still).toMatchObject({ kind: 'still', escalatedAtMs: escalated.escalatedAtMs });
  });

  test('is told to nobody else where there is no second contact, also one that a deployment took away', () => {
    expect(new Night(INITIAL_STATE, null).goOn(14).kinds).toEqual(['0 opened']);
    const { state } = new Night();
    expect(decide(state, { ...WATCHED, facts: {} }, TEN + 12 * MINUTE_MS).announcement).toBeUndefined();
  });

  test('waits for another message that is due, and follows it a minute later', () => {
    expect(new Night(INITIAL_STATE, 15 * MINUTE_MS).goOn(16).kinds).toEqual([
      '0 opened',
      '15 still',
      '16 escalated',
    ]);
  });

  test('is not escalated once the store is well, and is as soon as it is down again', () => {
    const night = new Night().goOn(8).turn('OK').goOn(12);
    expect(night.kinds).toEqual(['0 opened', '9 recovered']);
    expect(night.turn('ALARM').goOn(14).kinds.slice(2)).toEqual(['13 relapsed', '14 escalated']);
  });

  test('is not escalated while only its alarm lags behind, but for three minutes at most', () => {
    const night = new Night().goOn(9).lag().lag().lag();
    expect(night.kinds).toEqual(['0 opened']);
    expect(night.lag().kinds).toEqual(['0 opened', '13 escalated']);
    expect(new Night().goOn(9).lag().turn('OK').goOn(14).kinds).toEqual(['0 opened', '11 recovered']);
  });

  test('is escalated in a drill, too, and says that it is one', () => {
    const night = new Night(simpleState({ drillUntilMs: TEN + MINUTE_MS })).goOn(10);
    expect(night.said.at(-1)?.[1]).toMatchObject({ kind: 'escalated', drill: true });
  });

  test('is not escalated while planned work lasts', () => {
    const [startMs, endMs] = [TEN + 5 * MINUTE_MS, TEN + 12 * MINUTE_MS];
    const night = new Night(simpleState({ maintenance: [simpleMaintenance({ startMs, endMs })] }));
    expect(night.goOn(11).kinds).toEqual(['0 opened']);
    expect(night.goOn(12).kinds).toEqual(['0 opened', '12 escalated']);
  });
});

describe('an acknowledgement', () => {
  test('keeps the second contact out of it, and rings no phone', () => {
    const night = new Night().goOn(9).order(ACK, 'arn:aws:iam::111122223333:user/ola').goOn(14);
    expect(night.kinds).toEqual(['0 opened', '9 acknowledged']);
    expect(night.said[1]?.[1]).toMatchObject({ quiet: true, acknowledgedBy: expect.stringMatching(/ola$/) });
  });

  test('that comes after the second contact was called rings the phones that rang for it', () => {
    const night = new Night().goOn(11).order(ACK);
    expect(night.said.at(-1)?.[1].quiet).toBeUndefined();
  });

  test.each<Command>([
    { kind: 'say', id: 'say', texts: { en: 'We are on it' } },
    { kind: 'hold-failover', id: 'hold', side: 'primary', forMinutes: 60 },
  ])('is any command that a person gives: $kind', (command) => {
    expect(new Night().goOn(5).order(command).goOn(14).kinds).not.toContain('10 escalated');
  });

  test.each<Command>([
    { kind: 'deployed', id: 'deployed', version: 'v2' },
    { kind: 'show-failover', id: 'show' },
  ])('is not what programs do, or a look: $kind', (command) => {
    expect(new Night().goOn(5).order(command).goOn(14).kinds).toContain('10 escalated');
  });

  test('by another person is told, and by the same one is not', () => {
    const again: Command = { ...ACK, id: 'again' };
    const night = new Night().order(ACK, 'arn:aws:iam::1:user/ola').order(again, 'arn:aws:iam::1:user/ola');
    expect(night.kinds).toEqual(['0 opened', '0 acknowledged']);
    night.goOn(2).order({ ...ACK, id: 'third' }, 'arn:aws:iam::1:user/jan');
    expect(night.state.incident).toMatchObject({
      acknowledgedAtMs: TEN,
      acknowledgedBy: 'arn:aws:iam::1:user/jan',
    });
    expect(night.kinds.at(-1)).toBe('2 acknowledged');
  });
});
