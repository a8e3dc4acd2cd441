import { type Random, seededRandom } from '../../kernel/clock/random';
import type { Exchange, ResponseExchange } from '../../kernel/network/exchange';
import type { Host, NetworkRequest } from '../../kernel/network/network';
import type { ScenarioFault, StoreFault } from '../../scenario/fault';
import type { StoreCapacity } from '../../scenario/scenario';
import { type ExampleStore, itemsAfter, type StoreAnswer, storeAnswer } from './example-store';
import { isActive } from './faults/active-faults';
import { breakExchange, concerns, keepsAway } from './faults/break-exchange';
import { sessionIn } from './session-cookie';
import { ShopSessions } from './shop-sessions';
import { headersFor } from './shop-visit';
import { StoreLoad } from './store-load';

/** Emulation: round trips between a client and the store. The same for everybody. */
const CONNECT_MS = 30;
const FIRST_BYTE_MS = 120;
const BODY_MS = 30;

/** What a scenario does to the store. */
export interface StoreTroubles {
  /** Looked at with each request: in a world that is stepped by hand there may be more of them by then. */
  readonly faults: readonly StoreFault[];
  /** What the faults' seconds count from. */
  readonly startMs: number;
  readonly random: Random;
  /** Gets every fault that a request meets. @default - nobody cares */
  readonly felt?: Set<ScenarioFault>;
  /** @default - it can take anything */
  readonly capacity?: StoreCapacity;
  /** The sessions of its shoppers. @default - none so far, with the ids of a store of its own */
  readonly sessions?: ShopSessions;
}

/** A page as the store makes it, before anybody's session is in its headers. */
interface MadePage {
  readonly exchange: ResponseExchange;
  readonly knows: StoreAnswer['knows'];
}

/** All is well. */
export const NO_TROUBLES: StoreTroubles = { faults: [], startMs: 0, random: () => 0 };

/** The store at its addresses, on the virtual clock: well, or broken by a scenario. */
export class SimulatedStore implements Host {
  private readonly pages = new Map<string, MadePage>();
  private readonly sessions: ShopSessions;
  private readonly load: StoreLoad | undefined;

  constructor(
    private readonly addresses: ReadonlySet<string>,
    private readonly store: ExampleStore,
    private readonly troubles: StoreTroubles = NO_TROUBLES,
  ) {
    this.sessions = troubles.sessions ?? new ShopSessions(seededRandom(1), 'a');
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
    const isWork = request.connectsOnly !== true && !met.some((fault) => keepsAway(fault, attempt));
    const page = isWork
      ? this.inTurn(this.wellAnswer(request, reworded.length > 0), startMs)
      : this.page(request, 0, false).exchange;
    let exchange: Exchange = page;
    for (const fault of met) {
      const broken: Exchange = breakExchange(exchange, fault, attempt);
      if (broken !== exchange) {
        felt?.add(fault);
      }
      exchange = broken;
    }
    if (exchange.kind === 'response' && exchange.body === page.body) {
      for (const fault of reworded) {
        felt?.add(fault);
      }
    }
    return exchange;
  }

  private inTurn(answer: ResponseExchange, startMs: number): ResponseExchange {
    const turn = this.load?.take(startMs);
    if (turn === undefined) {
      return answer;
    }
    return turn.kind === 'served'
      ? { ...answer, firstByteMs: answer.firstByteMs + turn.waitMs }
      : { ...answer, status: 503, headers: {}, body: OVERLOADED };
  }

  /** For who asks: everybody has a session, and a basket in it. */
  private wellAnswer(request: NetworkRequest, isReworded: boolean): ResponseExchange {
    const known = sessionIn(request.headers['cookie']);
    const items = known === undefined ? 0 : this.sessions.itemsOf(known);
    const { exchange, knows } = this.page(request, items, isReworded);
    if (knows === 'nobody') {
      return exchange;
    }
    const session = this.sessions.enter(known);
    if (request.method === 'POST') {
      this.sessions.fill(session.id, itemsAfter(this.store, { ...request, items }));
    }
    return { ...exchange, headers: headersFor({ headers: exchange.headers, knows }, session) };
  }

  /** The same page is made once only. */
  private page(request: NetworkRequest, items: number, isReworded: boolean): MadePage {
    const { method, path } = request;
    const key = `${isReworded ? 'reworded ' : ''}${items} ${method} ${path}`;
    const known = this.pages.get(key);
    if (known !== undefined) {
      return known;
    }
    const store = isReworded ? reworded(this.store) : this.store;
    const { status, headers, body, workMs, knows } = storeAnswer(store, { method, path, items });
    const exchange: ResponseExchange = {
      kind: 'response',
      connectMs: CONNECT_MS,
      firstByteMs: FIRST_BYTE_MS + workMs,
      bodyMs: BODY_MS,
      status,
      headers,
      body: Buffer.from(body),
    };
    const made = { exchange, knows };
    this.pages.set(key, made);
    return made;
  }
}

/** The same store without the texts that health checks look for; the pages are there as before. */
const reworded = (store: ExampleStore): ExampleStore => ({
  ...store,
  searchTexts: Object.fromEntries(Object.keys(store.searchTexts).map((path) => [path, ''])),
});

const OVERLOADED = Buffer.from('<!doctype html><title>Too busy</title>');
