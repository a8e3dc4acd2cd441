import type { Agenda } from './agenda';
import type { Chance } from './chance';
import type { WriteFault } from './memory-table';
import type { PublishFate } from './memory-topic';

const MINUTE_MS = 60_000;

/** A service that is out of order for a while. */
interface Outage {
  readonly service: 'SNS' | 'CloudWatch' | 'DynamoDB' | 'S3' | 'Route 53';
  readonly fate: Exclude<PublishFate, 'taken'>;
  readonly fromMs: number;
  readonly toMs: number;
}

/** How AWS is doing during a life: fine, with outages of services that both stores meet. */
export class Weather {
  private readonly outages: readonly Outage[];

  constructor(
    private readonly chance: Chance,
    private readonly agenda: Agenda,
    minutes: number,
  ) {
    const outage = (): Outage => {
      const fromMs = agenda.nowMs + chance.int(0, minutes * 60) * 1_000;
      const toMs = fromMs + chance.of([60, 300, 600, 1_200]) * 1_000;
      const service = chance.of<Outage['service']>([
        'SNS',
        'SNS',
        'SNS',
        'CloudWatch',
        'DynamoDB',
        'S3',
        'Route 53',
      ]);
      const fate = chance.of<Outage['fate']>(['refused', 'refused', 'lost', 'silent']);
      return { service, fate, fromMs, toMs: Math.min(toMs, agenda.nowMs + minutes * MINUTE_MS) };
    };
    this.outages = Array.from({ length: chance.of([0, 1, 2, 3, 4]) }, outage);
  }

  publishFate(): PublishFate {
    const sns = this.outageOf('SNS');
    return sns !== undefined && this.chance.is(0.9) ? sns.fate : 'taken';
  }

  writeFault(): WriteFault | undefined {
    return this.outageOf('DynamoDB') && this.chance.is(0.5)
      ? this.chance.of(['refused', 'unanswered', 'tried twice'])
      : undefined;
  }

  isDown(service: Outage['service']): boolean {
    return this.outageOf(service) !== undefined;
  }

  private outageOf(wanted: Outage['service']): Outage | undefined {
    const { nowMs } = this.agenda;
    return this.outages.find(
      ({ service, fromMs, toMs }) => service === wanted && nowMs >= fromMs && nowMs < toMs,
    );
  }
}
