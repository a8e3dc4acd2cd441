import { slackMessage } from '../../lambda/channels/slack';
import type { StructuredUpdate } from '../../lambda/status-update/contract/structured-update';
import { type ChannelsStore, SoakedChannel } from './channel';
import type { Shared } from './shop';

/** One post in a chat. */
export interface Post {
  readonly update: StructuredUpdate;
  readonly text: string;
  /** Whether its round of the incident was over, as everybody could know. */
  readonly isOutdated: boolean;
}

/** The Slack channel of a store and what people read there. */
export class Chat {
  readonly posts: Post[] = [];
  readonly channel: SoakedChannel;

  constructor(shared: Pick<Shared, 'agenda' | 'chance' | 'bug'>, store: ChannelsStore) {
    this.channel = new SoakedChannel(shared, store, (update, isBlind) => {
      const isEnd = update.phase === 'resolved';
      const isOutdated = !isEnd && !isBlind && !store.goesOn(update);
      this.posts.push({ update, text: slackMessage(update).text, isOutdated });
    });
  }
}
