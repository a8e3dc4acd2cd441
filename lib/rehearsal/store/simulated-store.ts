import type { Random } from '../clock/random';
import type { Exchange, ResponseExchange } from '../network/exchange';
import type { Host, NetworkRequest } from '../network/network';
import type { ScenarioFault, StoreFault } from '../scenario/fault';
import type { StoreCapacity } from '../scenario/scenario';
import { type ExampleStore, storeAnswer } from './example-store';
import { isActive } from './faults/active-faults';
import { breakExchange, concerns, keepsAway } from './faults/break-exchange';
import { StoreLoad } from './store-load';

/** Emulation: round trips between a client and the store. The same for everybody. */
const CONNECT_MS = 30;
const FIRST_BYTE_MS = 120;
const BODY_MS = 30;

/** What a scenario does to the store. */
export interface StoreTroubles {
  readonly faults: readonly StoreFault[];
  /** What the faults' seconds count from. */
  readonly startMs: number;
  readonly random: Random;
  /** Gets every fault that a request meets. @default - nobody cares */
  readonly felt?: Set<ScenarioFault>;
  /** @default - it can take anything */
  readonly capacity?: StoreCapacity;
}

const NO_TROUBLES: StoreTroubles = { faults: [], startMs: 0, random: () => 0 };

/** The store at its addresses, on the virtual clock: well, or broken by a scenario. */
export class SimulatedStore implements Host {
  private readonly answers = new Map<string, ResponseExchange>();
  private readonly load: StoreLoad | undefined;

  constructor(
    private readonly addresses: ReadonlySet<string>,
    private readonly store: ExampleStore,
    private readonly troubles: StoreTroubles = NO_TROUBLES,
  ) {
    this.load = troubles.capacity && new StoreLoad(troubles.capacity);
  }

  answersAt(address: string): boolean {
    return this.addresses.has(address);
  }

  exchange(address: string, request: NetworkRequest, startMs: number): Exchange {
    const { faults, random, felt } = this.troubles;
    const sinceStartMs = startMs - this.troubles.startMs;
    const attempt = { address, protocol: request.protocol ?? 'https', sinceStartMs, random };
    const met = faults.filter((fault) => isActive(fault, sinceStartMs) && concerns(fault, request));
    // Only what gets as far as the store is work for it.
    const reworded = met.filter(({ kind }) => kind === 'reworded');
    const page = this.wellAnswer(request, reworded.length > 0);
    const isWork = request.connectsOnly !== true && !met.some((fault) => keepsAway(fault, attempt));
    let exchange: Exchange = isWork ? this.inTurn(page, startMs) : page;
    for (const fault of met) {
      const broken: Exchange = breakExchange(exchange, fault, attempt);
      if (broken !== exchange) felt?.add(fault);
      exchange = broken;
    }
    if (exchange.kind === 'response' && exchange.body === page.body)
      for (const fault of reworded) felt?.add(fault);
    return exchange;
  }

  private inTurn(answer: ResponseExchange, startMs: number): ResponseExchange {
    const turn = this.load?.take(startMs);
    if (turn === undefined) return answer;
    return turn.kind === 'served'
      ? { ...answer, firstByteMs: answer.firstByteMs + turn.waitMs }
      : { ...answer, status: 503, headers: {}, body: OVERLOADED };
  }

  /** The same page is made once only. */
  private wellAnswer(request: NetworkRequest, isReworded: boolean): ResponseExchange {
    const key = `${isReworded ? 'reworded ' : ''}${request.method} ${request.path}`;
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    const { status, headers, body } = storeAnswer(isReworded ? reworded(this.store) : this.store, request);
    const made: ResponseExchange = {
      kind: 'response',
      connectMs: CONNECT_MS,
      firstByteMs: FIRST_BYTE_MS,
      bodyMs: BODY_MS,
      status,
      headers,
      body: Buffer.from(body),
    };
    this.answers.set(key, made);
    return made;
  }
}

/** The same store without the texts that health checks look for; the pages are there as before. */
const reworded = (store: ExampleStore): ExampleStore => ({
  ...store,
  searchTexts: Object.fromEntries(Object.keys(store.searchTexts).map((path) => [path, ''])),
});

const OVERLOADED = Buffer.from('<!doctype html><title>Too busy</title>');
