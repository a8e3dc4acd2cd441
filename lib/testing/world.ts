import type { AlarmState } from '../rehearsal/kernel/alarm-state';
import type { ShopperOutcome } from '../rehearsal/kernel/shopper-outcome';
import type { FaultInput, StoreFaultInput } from './given-fault';
import type { Message } from './inbox';
import type { TimeSpan } from './time-span';
import type { Page, VisitOptions } from './visit';

/** Something that goes wrong until it is mended. */
export interface OpenFault {
  /** Ends it. Does nothing when it has ended. */
  mend(): void;
}

/** An alarm as it stands. */
export interface AlarmStatus {
  readonly name: string;
  readonly state: AlarmState;
  /** In CloudWatch's words. */
  readonly because: string;
  /** When it went into this state. */
  readonly since: Date;
}

/** What public DNS answers for a name at this moment. */
export interface DnsAnswer {
  /** An IP address, or the last name on the way that no record of the assembly knows. */
  readonly address: string;
  /** Which failover record answers. @default undefined - the name does not fail over */
  readonly failover: 'PRIMARY' | 'SECONDARY' | undefined;
}

/** Something that happened, as a report tells it. */
export interface TimelineLine {
  readonly at: Date;
  readonly text: string;
}

/**
 * The world around a store, at rest between two steps: Route 53, CloudFront, CloudWatch, SNS and the functions of the
 * assembly, on a virtual clock that moves only in {@link advance}. Shoppers come and go meanwhile.
 *
 * Every member throws a RehearsalError: INVALID_OPTION for a value that is not allowed, WORLD_BUSY while a step is
 * under way, WORLD_CLOSED after {@link close}.
 */
export interface TestWorld {
  /** The present of this world. It begins at 09:06 UTC on 27 November 2026. */
  readonly now: Date;
  /** The folder of the assembly. */
  readonly assembly: string;
  /** Has time pass, with everything that falls due in it, its last moment included. Hours take seconds. */
  advance(by: TimeSpan): Promise<void>;
  /**
   * Breaks the store until {@link mend}: `refuses`, `black hole`, `hangs`, `errors`, `slow`, `wrong content`, `reworded`,
   * `name fails` or `certificate expired`, for some `paths` and `methods` or for all.
   * @param fault as in a scenario file, without its times. @default - it refuses connections
   */
  breakStore(fault?: StoreFaultInput): OpenFault;
  /** Any fault of a scenario file: those of AWS's services and the crowd, such as `region lost` or `spike`, too. */
  inject(fault: FaultInput): OpenFault;
  /**
   * Has every Route 53 checker see an endpoint down, whatever it answers.
   * @param endpoint its name in the props, such as `home`, or the whole name of the health check
   */
  failCheck(endpoint: string): OpenFault;
  /** Ends everything that is wrong. */
  mend(): void;
  /**
   * Asks for a page of the shop as one shopper, who keeps the store's cookie, and DNS answers for their TTL.
   * @param path path and query, with a leading slash
   */
  visit(path: string, options?: VisitOptions): Promise<Page>;
  /** The requests of all other shoppers since the world was opened, by what became of them. */
  shoppers(): Readonly<Record<ShopperOutcome, number>>;
  /**
   * What somebody has been told, oldest first.
   * @param recipient an e-mail address, a phone number, a URL, or the host name of a pager or chat. @default - everybody
   */
  inbox(recipient?: string): readonly Message[];
  /** Every alarm of the assembly. */
  alarms(): readonly AlarmStatus[];
  /** Every Route 53 health check, calculated ones last. */
  healthChecks(): readonly { readonly name: string; readonly healthy: boolean }[];
  /** @param name such as `origin.shop.example.com` */
  dnsAnswer(name: string): DnsAnswer;
  /** What has happened so far, a line each. */
  timeline(): readonly TimelineLine[];
  /** Ends the world and gives back what it holds. Closing it again does nothing. */
  close(): Promise<void>;
}
