import { channelHandler } from '../../lambda/channels/channel-handler';
import { pagerDutyMessage } from '../../lambda/channels/pager-duty';
import type { Shared } from './shop';

/** When Lambda tries a message again that a receiver did not take. */
const RETRIES_MS = [60_000, 120_000];

interface PagerDutyEvent {
  readonly event_action: string;
  readonly dedup_key: string;
}

/** The PagerDuty channel of a store and what PagerDuty made of it; each message is out of its reach twice at most. */
export class Pager {
  /** Alerts by key: whether they are open. */
  readonly alerts = new Map<string, boolean>();
  readonly putAside: string[] = [];
  private readonly handle: ReturnType<typeof channelHandler>;
  private isReachable = true;

  constructor(
    private readonly shared: Pick<Shared, 'agenda' | 'chance' | 'bug'>,
    private readonly isCalm: () => boolean,
  ) {
    this.handle = channelHandler({
      now: () => shared.agenda.nowMs,
      putAside: async (message) => {
        this.putAside.push(message);
      },
      deliver: async (carried) => {
        if (!this.isReachable) return { kind: 'unavailable', because: 'out of reach' };
        const settings = { secret: 'key', endpoint: 'https://pager.test', nowMs: shared.agenda.nowMs };
        const message = carried.kind === 'update' ? pagerDutyMessage(carried.update, settings) : undefined;
        if (message !== undefined) this.take(message.body as PagerDutyEvent);
        return { kind: 'delivered' };
      },
    });
  }

  /** SNS hands a message to the channel's function. */
  async receive(message: string, tries = 0): Promise<void> {
    const { agenda, chance } = this.shared;
    const pauseMs = RETRIES_MS[tries];
    this.isReachable = this.isCalm() || pauseMs === undefined || !chance.is(0.05);
    const event = { Records: [{ Sns: { Message: message } }] } as Parameters<typeof this.handle>[0];
    const failed = await this.handle(event).then(
      () => false,
      () => true,
    );
    if (!failed || pauseMs === undefined) return;
    await agenda.sleep(pauseMs);
    await this.receive(message, tries + 1);
  }

  private take(event: PagerDutyEvent): void {
    const { event_action: action, dedup_key: key } = this.shared.bug.paged?.(event) ?? event;
    if (action === 'trigger') this.alerts.set(key, true);
    if (action === 'resolve') this.alerts.set(key, false);
  }
}
