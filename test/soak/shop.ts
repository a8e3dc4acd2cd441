import { DynamoDbStateStore } from '../../lambda/status-update/adapters/dynamodb-state-store';
import { SnsAnnouncer } from '../../lambda/status-update/adapters/sns-announcer';
import { handleCommand } from '../../lambda/status-update/command/handle-command';
import { type Newest, newestSchema } from '../../lambda/status-update/contract/newest';
import { NEWEST_ATTRIBUTE } from '../../lambda/status-update/contract/newest-attribute';
import type { StructuredUpdate } from '../../lambda/status-update/contract/structured-update';
import type { Symptom } from '../../lambda/status-update/contract/symptom';
import { handleEvent } from '../../lambda/status-update/handle-event';
import type { Ports } from '../../lambda/status-update/ports';
import type { Settings } from '../../lambda/status-update/settings';
import type { AlarmFact } from '../../lambda/status-update/state/alarm-facts';
import { FakeWorld, type Operation } from '../lambda/status-update/helpers/fake-world';
import { SETTINGS } from '../lambda/status-update/helpers/settings';
import { SYMPTOMS } from '../lambda/status-update/helpers/symptoms';
import type { Agenda } from './agenda';
import type { Bug } from './bugs';
import type { Chance } from './chance';
import { Chat } from './chat';
import { Diary, type Mailbox, updateIn } from './diary';
import type { MemoryTable } from './memory-table';
import { topicClient } from './memory-topic';
import { Pager } from './pager';
import { type Fate, Run } from './run';
import type { Weather } from './weather';

/** How long a hold that is over may still show. */
const HELD_MS = 120_000;

const TICK = { source: 'aws.events', 'detail-type': 'Scheduled Event' };

/** When Lambda tries an event again that failed. */
const RETRIES_MS = [60_000, 120_000];

/** What holding the failover asks of Route 53 and of EventBridge Scheduler. */
const HOLDING: readonly Operation[] = ['read switch', 'set switch', 'write end', 'remove end'];

/** What the stores of a life share. */
export interface Shared {
  readonly agenda: Agenda;
  readonly chance: Chance;
  readonly weather: Weather;
  readonly table: MemoryTable;
  readonly bug: Bug;
}

/** One store and its function, with what people, shoppers and a pager got of it. */
export class Shop {
  readonly diary = new Diary();
  readonly world = new FakeWorld();
  readonly domainName: string;
  readonly settings: Settings;
  readonly symptoms: readonly Symptom[];
  readonly pager: Pager;
  readonly chat: Chat;
  /** Nothing dies or is slow any more. */
  isCalm = false;

  constructor(
    {
      domainName,
      ...others
    }: Pick<Settings['STORE'], 'domainName' | 'timeZone' | 'escalationMinutes' | 'targets'>,
    private readonly shared: Shared,
  ) {
    this.domainName = domainName;
    const named = (alarmName: string) => alarmName.replace('shop.example.com', domainName);
    this.symptoms = SYMPTOMS.map((symptom) => ({ ...symptom, alarmName: named(symptom.alarmName) }));
    const settings = {
      ...SETTINGS,
      SYMPTOMS: [...this.symptoms],
      STORE: { ...SETTINGS.STORE, timeZone: undefined, domainName, ...others },
      TOPIC_ARN: `arn:aws:sns:us-east-1:111122223333:${domainName}`,
    };
    this.settings = shared.bug.settings?.(settings) ?? settings;
    const store = {
      isCalm: () => this.isCalm,
      newest: () => this.readNewest(),
      goesOn: ({ incidentId, round }: Pick<StructuredUpdate, 'incidentId' | 'round'>) => {
        const { id, round: current = 1 } = this.diary.state?.incident ?? {};
        return id === incidentId && current === round;
      },
    };
    this.pager = new Pager(shared, store);
    this.chat = new Chat(shared, store);
    this.world.nowMs = shared.agenda.nowMs;
    this.world.before = (operation) => this.refuseWhatIsDown(operation);
    for (const symptom of this.symptoms) {
      this.change(symptom, 'OK');
    }
  }

  /** Changes an alarm, and returns the event that says so. */
  change(symptom: Symptom, state: AlarmFact['state']): object {
    this.world.nowMs = this.shared.agenda.nowMs;
    this.see(state);
    this.diary.changes.push({ atMs: this.world.nowMs, name: symptom.alarmName, state });
    return this.world.change(symptom, state);
  }

  /** The checkers see what the alarm says, or are a little ahead of it, or behind. */
  private see(state: AlarmFact['state']): void {
    const { chance } = this.shared;
    const isFailing = this.isCalm ? false : (state === 'ALARM') !== chance.is(0.15);
    const report = { region: 'us-east-1', passed: !isFailing };
    this.world.reports = Array.from({ length: 16 }, () => report);
  }

  /** EventBridge Scheduler does what is due. */
  keepSchedules(): void {
    this.world.endWhatIsDue(this.shared.agenda.nowMs);
  }

  /** One event, and Lambda's further tries of it. */
  async wake(event: object = TICK, tries = 0): Promise<void> {
    if (this.shared.bug.sleepsThrough?.(event)) {
      return;
    }
    const run = this.newRun();
    const outcome = await run.live(this.ports(run), (ports) => handleEvent(event, ports, this.settings));
    if (outcome !== undefined && outcome.problems.length === 0) {
      return;
    }
    this.note();
    const pauseMs = RETRIES_MS[tries];
    if (pauseMs === undefined) {
      return;
    }
    await this.shared.agenda.sleep(pauseMs);
    await this.wake(event, tries + 1);
  }

  /** One command; whoever hears no answer gives it again. */
  async command(command: { readonly id: string } & Record<string, unknown>, tries = 0): Promise<void> {
    const { agenda, chance } = this.shared;
    const run = this.newRun();
    const request = { source: 'understudy.cli', preview: false, command };
    const reply = await run
      .live(this.ports(run), (ports) => handleCommand(request, ports, this.settings))
      .catch(() => undefined);
    if (reply?.kind === 'done') {
      this.diary.said.push(command.id);
    }
    if (reply !== undefined && !chance.is(0.2)) {
      return;
    }
    this.note();
    if (tries >= 3) {
      return;
    }
    await agenda.sleep(chance.int(1, 40) * 1_000);
    await this.command(command, tries + 1);
  }

  /** Something went wrong just now. */
  note(): void {
    this.diary.troublesMs.push(this.shared.agenda.nowMs);
  }

  private newRun(): Run {
    const { agenda, chance } = this.shared;
    const fate = this.fate();
    if (fate.death !== undefined || fate.stall !== undefined) {
      this.note();
    }
    return new Run(agenda, chance, fate);
  }

  private fate(): Fate {
    const { chance } = this.shared;
    if (this.isCalm) {
      return {};
    }
    const call = chance.int(0, 18);
    if (chance.is(0.06)) {
      return { death: { call, afterwards: chance.is(0.5) } };
    }
    return chance.is(0.08) ? { stall: { call, ms: chance.int(2, 35) * 1_000 } } : {};
  }

  private refuseWhatIsDown(operation: Operation): void {
    const { weather } = this.shared;
    const asksCloudWatch = ['describe', 'metrics', 'history'].includes(operation);
    const writesFiles = ['write', 'record'].includes(operation);
    const asksRoute53 = HOLDING.includes(operation) || operation === 'checkers';
    if (
      (asksCloudWatch && weather.isDown('CloudWatch')) ||
      (writesFiles && weather.isDown('S3')) ||
      (asksRoute53 && weather.isDown('Route 53'))
    ) {
      this.note();
      throw new Error(`${operation} is broken`);
    }
  }

  private ports(run: Run): Ports {
    const { agenda, bug } = this.shared;
    const store = new DynamoDbStateStore(this.tableOf(run), {
      tableName: 'State',
      partitionKey: bug.partitionKey ?? this.domainName,
    });
    const onCall = this.announcer(run, this.diary);
    const second = this.announcer(run, this.diary.second);
    const others = this.world.ports(store);
    const ports = { ...others, announcer: onCall, secondContact: second, now: () => agenda.nowMs };
    return bug.ports?.(ports) ?? ports;
  }

  /** As a channel's function does, which DynamoDB may not answer. */
  private readNewest(): Newest | undefined {
    const { table, weather, bug } = this.shared;
    if (weather.isDown('DynamoDB')) {
      throw new Error('DynamoDB is out of order');
    }
    const text = table.attribute(bug.partitionKey ?? this.domainName, NEWEST_ATTRIBUTE);
    return text === undefined ? undefined : newestSchema.parse(JSON.parse(text));
  }

  private tableOf(run: Run) {
    const { table, weather } = this.shared;
    return table.api({
      faultOf: () => {
        const fault = weather.writeFault();
        if (fault !== undefined) {
          run.wasFailed = true;
          this.note();
        }
        return fault;
      },
      written: (_, text) => this.remember(JSON.parse(text)),
    });
  }

  private remember(state: NonNullable<Diary['state']>): void {
    const { agenda, weather } = this.shared;
    const { diary } = this;
    if (state.hold !== null || diary.state?.hold) {
      diary.lastHeldMs = agenda.nowMs;
    }
    for (const { id, to, reminder, message } of state.outbox) {
      if (diary.decided.has(id)) {
        continue;
      }
      const wellSinceMs = diary.state?.incident?.wellSinceMs ?? undefined;
      const sighted = !weather.isDown('CloudWatch');
      const update = updateIn(message);
      const isHeld = agenda.nowMs - diary.lastHeldMs < HELD_MS;
      const facts = { wellSinceMs, sighted, isHeld, atMs: agenda.nowMs };
      diary.decided.set(id, { id, to, reminder, message, update, ...facts });
    }
    diary.state = state;
  }

  private announcer(run: Run, box: Mailbox): SnsAnnouncer {
    const { agenda, weather } = this.shared;
    const client = topicClient({
      fateOf: () => weather.publishFate(),
      sleep: (ms) => agenda.sleep(ms),
      published: ({ Subject: subject = '', Message: json = '{}' }, fate) => {
        const { default: body, https } = JSON.parse(json);
        const update = updateIn({ data: https });
        const key = update === undefined ? subject : `${update.incidentId}#${update.update}`;
        box.attempts.push({ atMs: agenda.nowMs, key, subject, body, update, fate, run });
        if (fate !== 'taken') {
          this.note();
        }
        if (fate === 'lost' || fate === 'silent') {
          this.diary.lastDoubtMs = agenda.nowMs;
        }
        const isTaken = fate === 'taken' || fate === 'lost';
        if (!isTaken || https === undefined || box !== this.diary) {
          return;
        }
        for (const { channel } of [this.pager, this.chat]) {
          void channel.receive(https);
        }
      },
    });
    return new SnsAnnouncer(client, this.settings.TOPIC_ARN);
  }
}
