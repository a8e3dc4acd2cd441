import { pagerDutyMessages } from '../../lambda/channels/pager-duty';
import { type ChannelsStore, SoakedChannel } from './channel';
import type { Shared } from './shop';

interface PagerDutyEvent {
  readonly event_action: string;
  readonly dedup_key: string;
}

/** The PagerDuty channel of a store and what PagerDuty made of it. */
export class Pager {
  /** Alerts by key: whether they are open. */
  readonly alerts = new Map<string, boolean>();
  /** Keys of alerts that were opened while nobody could say which incident is the newest. */
  readonly blind = new Set<string>();
  readonly channel: SoakedChannel;

  constructor(
    private readonly shared: Pick<Shared, 'agenda' | 'chance' | 'bug'>,
    store: ChannelsStore,
  ) {
    this.channel = new SoakedChannel(shared, store, (update, isBlind) => {
      const settings = { secret: 'key', endpoint: 'https://pager.test', nowMs: shared.agenda.nowMs };
      for (const { body } of pagerDutyMessages(update, settings)) {
        this.take(body as PagerDutyEvent, isBlind);
      }
    });
  }

  private take(event: PagerDutyEvent, isBlind: boolean): void {
    const { event_action: action, dedup_key: key } = this.shared.bug.paged?.(event) ?? event;
    if (action === 'trigger') {
      this.alerts.set(key, true);
    }
    if (action === 'trigger' && isBlind) {
      this.blind.add(key);
    }
    if (action === 'resolve') {
      this.alerts.set(key, false);
    }
  }
}
