import { isStoreBack } from '../../emergency-site/page/script/is-store-back';
import { nextDelayMs, releaseDelayMs } from '../../emergency-site/page/script/next-delay';
import {
  messageIn,
  type PageStatus,
  parsePageStatus,
  spreadSeconds,
} from '../../emergency-site/page/script/page-status';
import { isOpening, shouldProbe } from '../../emergency-site/page/script/should-probe';
import { EMERGENCY_PAGE_MARKER, STATUS_PATH } from '../../emergency-site/paths';
import type { Clock, Task } from '../clock/clock';
import type { Random } from '../clock/random';
import type { Exchange } from '../network/exchange';
import { type Soon, soon } from '../soon';
import type { Browser } from './browser';

/** Emulation: the page's own limits, for which its script offers no names. */
const FIRST_POLL_WITHIN_MS = 3_000;
const UNHURRIED_ATTEMPT = 2;
const NEWCOMER_SPREAD_SECONDS = 5;
const TIMEOUT_MS = 10_000;
const LANGUAGE = 'en';
const STATUS_REQUEST = { method: 'GET', path: STATUS_PATH };

/** What the tab needs of the rest of the world. */
export interface TabSurroundings {
  readonly clock: Clock;
  readonly random: Random;
  readonly browser: Browser;
}

/** The emergency page in a shopper's browser: watches the store as its script does, by the script's own rules. */
export class EmergencyTab {
  private attempt = 0;
  private polls = 0;
  private waited = false;
  private news: string | undefined;
  /** When this shopper may go back; undefined while the store is closed. */
  private turnMs: number | undefined;

  /**
   * @param path the address that the shopper is at
   * @param onBack called once, when the page would load the address again
   */
  constructor(
    private readonly world: TabSurroundings,
    private readonly path: string,
    private readonly onBack: () => Soon<void>,
  ) {}

  /** @param hurried false for a tab that went back moments ago and landed here again */
  open(hurried: boolean): void {
    if (!hurried) this.attempt = UNHURRIED_ATTEMPT;
    this.after(hurried ? this.world.random() * FIRST_POLL_WITHIN_MS : this.delayMs(), () => this.poll());
  }

  private poll(): Soon<void> {
    return soon(this.world.browser.ask(STATUS_REQUEST), (exchange) => this.take(statusFile(exchange)));
  }

  private take({ status, news }: StatusFile): void {
    const { clock } = this.world;
    if (status !== undefined) this.noticeOpening(status);
    this.noticeNews(news);
    if (shouldProbe(status ?? {}, this.polls, clock.nowMs))
      this.after(Math.max(0, (this.turnMs ?? 0) - clock.nowMs), () => this.probe());
    else this.after(this.delayMs(), () => this.poll());
  }

  /** Sets the turn once per opening. Who did not wait comes alone and need not be spread. */
  private noticeOpening(status: PageStatus): void {
    const { clock, random } = this.world;
    if (!isOpening(status)) {
      this.waited = true;
      this.turnMs = undefined;
    } else if (this.turnMs === undefined) {
      const isInCrowd = this.waited || status.x_mode !== 'normal';
      const spread = isInCrowd ? spreadSeconds(status) : NEWCOMER_SPREAD_SECONDS;
      this.turnMs = clock.nowMs + releaseDelayMs(spread, random());
    }
  }

  /** News brings the pace back to where it began. */
  private noticeNews(latest: string | undefined): void {
    if (this.polls > 0 && latest !== this.news) this.attempt = 0;
    this.polls += 1;
    this.news = latest;
  }

  private probe(): Soon<void> {
    return soon(this.world.browser.ask({ method: 'HEAD', path: this.path }), (exchange) => {
      if (answersInTime(exchange) && isStoreBack(statusAsFetched(exchange))) return this.onBack();
      this.after(this.delayMs(), () => this.poll());
    });
  }

  private delayMs(): number {
    return nextDelayMs(this.attempt++, this.world.random());
  }

  private after(delayMs: number, task: Task): void {
    this.world.clock.at(this.world.clock.nowMs + delayMs, task);
  }
}

type Response = Extract<Exchange, { kind: 'response' }>;

const answersInTime = (exchange: Exchange): exchange is Response =>
  exchange.kind === 'response' && exchange.connectMs + exchange.firstByteMs + exchange.bodyMs <= TIMEOUT_MS;

/** As `fetch` reports it: a redirect as 0. */
const statusAsFetched = ({ status }: Response): number => (status >= 300 && status < 400 ? 0 : status);

/** What a tab got in place of `status.json`. */
interface StatusFile {
  /** @default - it is none */
  readonly status?: PageStatus;
  /** What shoppers are told. */
  readonly news?: string;
}

const NO_STATUS: StatusFile = {};

/** Files that caches hand out again and again are read once. */
const statusFiles = new WeakMap<Uint8Array, StatusFile>();

function statusFile(exchange: Exchange): StatusFile {
  if (!answersInTime(exchange) || exchange.status !== 200) return NO_STATUS;
  const known = statusFiles.get(exchange.body);
  if (known !== undefined) return known;
  const status = parsePageStatus(Buffer.from(exchange.body).toString('utf8'));
  const file = status ? { status, news: `${status.x_mode}${messageIn(status, LANGUAGE)}` } : NO_STATUS;
  statusFiles.set(exchange.body, file);
  return file;
}

const pages = new WeakMap<Uint8Array, boolean>();

/** Whether a page is Understudy's emergency page, with its script. */
export function isEmergencyPage(exchange: Exchange): boolean {
  if (exchange.kind !== 'response') return false;
  const known = pages.get(exchange.body);
  if (known !== undefined) return known;
  const found = Buffer.from(exchange.body).includes(EMERGENCY_PAGE_MARKER);
  pages.set(exchange.body, found);
  return found;
}
