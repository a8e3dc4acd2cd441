import { type ChannelPorts, channelHandler } from '../../lambda/channels/channel-handler';
import type { Newest } from '../../lambda/status-update/contract/newest';
import type { StructuredUpdate } from '../../lambda/status-update/contract/structured-update';
import type { Shared } from './shop';

/** When Lambda tries a message again that a receiver did not take. */
const RETRIES_MS = [60_000, 120_000];

/** How late SNS may hand a message to a function. The channel carries nothing that is more than ten minutes old. */
const LATE_MS = { from: 5 * 60_000, to: 11 * 60_000 } as const;

/** What a channel asks of its store. */
export interface ChannelsStore {
  /** Nothing is slow or out of reach any more. */
  readonly isCalm: () => boolean;
  /** What the table says of the newest incident. @throws Error while it can't be read */
  readonly newest: () => Newest | undefined;
  /** Whether an update's round of its incident goes on, by the state itself. */
  readonly goesOn: (update: StructuredUpdate) => boolean;
}

/** What reaches a receiver, and whether nobody could say then which incident is the newest. */
type Take = (update: StructuredUpdate, isBlind: boolean) => void;

/** A channel's function behind SNS: each message is out of its receiver's reach twice at most, and some come late. */
export class SoakedChannel {
  /** Rounds of incidents of which an update came too late to be carried. */
  readonly unheard = new Set<string>();
  /** Updates that were left out although their round went on. */
  readonly wronglyLeftOut: string[] = [];

  constructor(
    private readonly shared: Pick<Shared, 'agenda' | 'chance' | 'bug'>,
    private readonly store: ChannelsStore,
    private readonly take: Take,
  ) {}

  /** SNS hands a message to the channel's function, now or later. */
  async receive(message: string): Promise<void> {
    const { agenda, chance } = this.shared;
    if (!this.store.isCalm() && chance.is(0.3)) {
      await agenda.sleep(chance.int(LATE_MS.from, LATE_MS.to));
    }
    await this.invoke(message);
  }

  private async invoke(message: string, tries = 0): Promise<void> {
    const { agenda, chance } = this.shared;
    const pauseMs = RETRIES_MS[tries];
    const isReachable = this.store.isCalm() || pauseMs === undefined || !chance.is(0.05);
    const handle = channelHandler(this.ports(JSON.parse(message), isReachable));
    const event = { Records: [{ Sns: { Message: message } }] } as Parameters<typeof handle>[0];
    const failed = await handle(event).then(
      () => false,
      () => true,
    );
    if (!failed || pauseMs === undefined) {
      return;
    }
    await agenda.sleep(pauseMs);
    await this.invoke(message, tries + 1);
  }

  private ports(update: StructuredUpdate, isReachable: boolean): ChannelPorts {
    const { agenda, bug } = this.shared;
    const round = `${update.incidentId} ${update.round}`;
    let isBlind = false;
    return {
      now: () => agenda.nowMs,
      newest: async () => {
        try {
          const known = this.store.newest();
          return bug.known === undefined ? known : bug.known(known);
        } catch {
          isBlind = true;
          return undefined;
        }
      },
      leaveOut: (name) => {
        this.unheard.add(round);
        if (this.store.goesOn(update)) {
          this.wronglyLeftOut.push(name);
        }
      },
      putAside: async () => {
        this.unheard.add(round);
      },
      deliver: async (carried) => {
        if (!isReachable) {
          return { kind: 'unavailable', because: 'out of reach' };
        }
        if (carried.kind === 'update') {
          this.take(carried.update, isBlind);
        }
        return { kind: 'delivered' };
      },
    };
  }
}
