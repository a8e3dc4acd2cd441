import type { PublishCommand, SNSClient } from '@aws-sdk/client-sns';

/** What SNS does with a publish: `lost` is taken without an answer, `silent` neither. */
export type PublishFate = 'taken' | 'refused' | 'lost' | 'silent';

/** What a topic's owner may decide and hear. */
export interface TopicHooks {
  readonly fateOf: () => PublishFate;
  readonly sleep: (ms: number) => Promise<void>;
  readonly published: (input: PublishCommand['input'], fate: PublishFate) => void;
}

interface Patience {
  readonly controller: AbortController;
  readonly ms: number;
}

const patiences = new WeakMap<AbortSignal, Patience>();

/** SNS as far as the announcer's adapter uses it; it waits by the clock of the life. */
export function topicClient({ fateOf, sleep, published }: TopicHooks): SNSClient {
  const send = async ({ input }: PublishCommand, { abortSignal }: { abortSignal: AbortSignal }) => {
    const fate = fateOf();
    published(input, fate);
    if (fate === 'refused') {
      throw new Error('SNS is out of order');
    }
    if (fate === 'taken') {
      return;
    }
    const patience = patiences.get(abortSignal);
    await sleep(patience?.ms ?? 0);
    patience?.controller.abort();
    throw new Error('aborted');
  };
  return { send } as unknown as SNSClient;
}

/** Runs `work` with time-outs that only {@link topicClient} ends. */
export async function withoutRealTimeouts<T>(work: () => Promise<T>): Promise<T> {
  const original = AbortSignal.timeout;
  AbortSignal.timeout = (ms) => {
    const controller = new AbortController();
    patiences.set(controller.signal, { controller, ms });
    return controller.signal;
  };
  try {
    return await work();
  } finally {
    AbortSignal.timeout = original;
  }
}
