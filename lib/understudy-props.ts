import type { Duration } from 'aws-cdk-lib';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { HostedZoneAttributes } from 'aws-cdk-lib/aws-route53';
import type { Severity } from '../lambda/status-update/contract/symptom';
import type { StoreDocuments } from './emergency-site/documents';
import type { StorePaths } from './failover/store-paths';
import type { Channel } from './monitoring/channels/channel';
import type { EmergencyPageProps } from './page/emergency-page-props';
import type { StoreTarget } from './store-target';

/** The store, described: everything Understudy needs to know. Mistakes are refused at synth, by name. */
export interface UnderstudyProps {
  /** The name shoppers type, for example `shop.example.com`. It lies in `hostedZone`. */
  readonly domainName: string;
  /** The public Route 53 zone, by id and name, so that synth works offline. */
  readonly hostedZone: HostedZoneAttributes;
  /** `edge` when CloudFront is to be the store's front door, `dns` when the store has its own. */
  readonly topology: EdgeTopology | DnsTopology;
  /** What Route 53 probes, and what counts as "the store is up". */
  readonly healthChecks: HealthChecksProps;
  /** The people who are notified. At least one contact or channel. */
  readonly onCall: OnCallProps;
  /** What shoppers read while the store is closed. */
  readonly page: EmergencyPageProps;
  /**
   * Over which time shoppers who wait at the page go back to the store once it is open: with 20,000 of them and 30 s
   * about 670 a second, so set it to what your store can take. 5-900 s in whole seconds.
   * @default 30 seconds
   */
  readonly returnSpread?: Duration;
  /**
   * Copies of what machines ask the store for, which stay there with status 200 while it is closed: at least its
   * `/robots.txt`, then its `/sitemap.xml`, `/favicon.ico`, files below `/.well-known/`. By path, at most 20; text, or
   * bytes as `readFileSync` gives them. Their types follow from their extensions; JSON without one is known by its
   * content, anything else without one is `binary/octet-stream`. With `edge`, CloudFront asks the store first, under
   * `origin.<domainName>`: name no path that the store answers differently there, such as a `robots.txt` that hides all
   * but the shop's own name.
   * @default - none: such a path answers 503, without a body (`dns`) or with the page (`edge`). For a `robots.txt` Google
   * then stops crawling for 12 hours, and keeps to its last copy after that
   */
  readonly documents?: StoreDocuments;
  /**
   * Whether the shop's own records are part of the stack. `false` for the first deployment into a zone that has such
   * records already: everything else is made ready beside them, and shoppers go on as before.
   * @default true
   */
  readonly cutOver?: boolean;
  /**
   * A certificate in us-east-1 that covers every name of the shop.
   * @default - one is created and validated through `hostedZone`; ACM takes ten names by default, and no first one of
   * more than 64 characters
   */
  readonly certificate?: ICertificate;
  /**
   * The JSON of the status page of the platform that hosts the store, in Statuspage's form, such as
   * `https://www.shopifystatus.com/api/v2/summary.json`: the first message of an incident says what it says, and nothing
   * hangs on it. HTTPS. @default - no platform is asked
   */
  readonly platformStatusUrl?: string;
  /** Alarm on a slow origin. It costs extra. @default - no latency alarm */
  readonly latencyAlarm?: LatencyAlarmProps;
  /**
   * Where shoppers go in your store, so that a rehearsal plays them there: paths without queries, no two alike, such as
   * `{ cart: '/panier', checkout: '/kasa' }`.
   * @default - what endpoints named `home`, `cart` or `checkout` probe, or such words in their paths; for the checkout
   * also `page.checkoutPathPatterns`, for the way back from paying `topology.paymentReturnPathPatterns`, for files
   * `mirroredPathPatterns`; else `/`, `/cart`, `/checkout` and so on
   */
  readonly journey?: Partial<StorePaths>;
  /** What the rehearsal holds the stack to. @default - the budgets in `lib/rehearsal-budgets.ts` */
  readonly budgets?: Partial<RehearsalBudgets>;
  /** What the store takes in a minute of an ordinary day, to put a price on outages. @default - no price */
  readonly revenuePerMinute?: Money;
}

/** CloudFront is the front door; Route 53 fails over the *origin's* name behind it. */
export interface EdgeTopology {
  readonly kind: 'edge';
  /** Where the store runs. It may move between load balancers, addresses and host names. */
  readonly primary: StoreTarget;
  /**
   * A second place that can serve the store, of any kind. Needed when an API Gateway in us-east-1 serves the store: it
   * would go on answering at the dead end.
   * @default - a dead end: an endpoint of AWS where no handshake succeeds, so that nobody waits for a dead origin, and
   * CloudFront shows the emergency page at once
   */
  readonly standby?: StoreTarget;
  /**
   * The name that fails over, inside `hostedZone`. Addresses get a record below it: `primary.<originDomainName>`.
   * @default `origin.<domainName>`
   */
  readonly originDomainName?: string;
  /** Further names of the shop, such as `www.shop.example.com`. @default - none */
  readonly alternateDomainNames?: readonly string[];
  /**
   * GET-only path patterns that are mirrored into the emergency bucket, such as `/static/*`. The store is asked for them as
   * `originDomainName`, and must not redirect from there to its own name, which would lead back here.
   * @default - none
   */
  readonly mirroredPathPatterns?: readonly string[];
  /**
   * Path patterns whose answers depend on the URL alone, such as `/assets/*` or a catalogue: GET, HEAD and OPTIONS only,
   * one copy for everybody, kept as the store's `Cache-Control` says and for a minute where it says nothing, shown also
   * while the store is down. No cookie goes either way, so no page there can know who asks, begin a session or take a
   * form: a POST gets 403. Where a mirrored pattern matches too, that one counts.
   * @default - none: CloudFront keeps no answer of the store, so that nobody ever gets another's
   */
  readonly sharedPathPatterns?: readonly string[];
  /** How long CloudFront waits to connect. 1-10 s in whole seconds. @default 2 seconds: shoppers give up after three */
  readonly connectionTimeout?: Duration;
  /**
   * How long CloudFront waits for a page, until its first byte and between any two. 1-60 s in whole seconds.
   * @default 9 seconds
   */
  readonly readTimeout?: Duration;
  /**
   * How long CloudFront waits for the answer to a form (POST, PUT, PATCH, DELETE), whatever its path, and at
   * `paymentReturnPathPatterns`: an order is never given up on while the card may be charged. 1-120 s in whole seconds, at
   * least `readTimeout`.
   * @default 60 seconds
   */
  readonly writeTimeout?: Duration;
  /**
   * Where payment providers send shoppers back to with GET, with `*` for any characters, in upper or lower case:
   * CloudFront waits there as long as for a form. Path or path and query fit, so `*wc-api=*` does, too. Put asterisks at the
   * ends only: one within makes the function slow on long addresses. An empty list for nowhere.
   * @default - below `checkout/`, and with `payment` and what platforms and stores in English, French, Polish, Russian and
   * Chinese call such pages: `lib/failover/edge/payment-returns.ts`
   */
  readonly paymentReturnPathPatterns?: readonly string[];
  /**
   * How long a whole answer may take, retries and connecting included; it cuts long downloads off. 1-3600 s in whole
   * seconds, at least `writeTimeout`.
   * @default - no limit
   */
  readonly completionTimeout?: Duration;
  /** How long an error is remembered per URL and edge location. 0-5 s. @default 2 seconds */
  readonly errorCachingTtl?: Duration;
  /** TTL of the failover records. 1-60 s. @default 30 seconds */
  readonly failoverTtl?: Duration;
}

/** The store has a front door of its own; Route 53 fails over the *shop's* names. */
export interface DnsTopology {
  readonly kind: 'dns';
  /** Where `domainName` points while the store is up: addresses or a load balancer (a CNAME when it is no apex). */
  readonly primary: StoreTarget;
  /** Further names of the shop and where each points, such as `www`. @default - none */
  readonly alternateDomainNames?: readonly AlternateDomainName[];
  /** TTL of the failover records that are not aliases. 1-60 s. @default 30 seconds */
  readonly failoverTtl?: Duration;
}

/** One more name that fails over together with the store's. */
export interface AlternateDomainName {
  readonly domainName: string;
  readonly primary: StoreTarget;
}

/** The probes. */
export interface HealthChecksProps {
  /** One health check each; at least one is critical. One composite alarm is over all of them: about ninety fit. */
  readonly endpoints: readonly WatchedEndpoint[];
  /** Seconds between two probes of one checker: 10 s or 30 s. @default 10 seconds */
  readonly interval?: Duration;
  /** Probes in a row that change the state, either way. 1-10. @default 3 */
  readonly failureThreshold?: number;
  /**
   * Whether a critical endpoint closes the store when it fails its check, as it does when it needs more than 2 s. With
   * `false` it alerts only, and silence closes: a port that takes no connection within 10 s, which a TCP health check asks
   * wherever critical endpoints are. Give a light endpoint as critical first: it tells a slow page from a dead store.
   *
   * What `false` gives up: DNS does not close a store that hangs, answers 500 or shows a wrong page while its port takes
   * connections. With `edge` CloudFront still shows the page for each 5xx and timeout; with `dns` nothing does. Behind a
   * load balancer or a platform it is their port that counts, which stays open when every server behind it is down. A dead
   * host is noticed some 18 s later. It costs $1 a month for each place in AWS, $2.75 elsewhere; with an interval of 30 s
   * nothing, and $0.75 (prices as in README).
   * @default true: else nothing would close a store that fails in `dns`, and in `edge` each shopper would wait for
   * CloudFront's timeout while it hangs
   */
  readonly slowCloses?: boolean;
  /**
   * Whether the emergency page has a health check of its own, so that on-call hears on a quiet day that it is broken. It
   * moves no record. `false` saves $2.10 a month (prices as in README); then nobody is told of a broken page before shoppers
   * need it: look with `npx understudy verify` now and then.
   * @default true
   */
  readonly emergencyPageCheck?: boolean;
}

/**
 * A page of the store that Route 53 probes over HTTPS. It counts as down when it needs more than 2 s from the connection
 * to the status, or 2 s more for the body: give a light page as critical. `npx understudy verify` times it.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
 */
export interface WatchedEndpoint {
  /** A short lower-case word, unique: `home`, `checkout`. It appears in alarm names and messages. */
  readonly name: string;
  /**
   * Path and query, with a leading slash, up to 255 characters. No redirect is followed, and one without the text counts
   * as down: use the final URL.
   */
  readonly path: string;
  /**
   * Text in the first 5,120 bytes of the answer that proves it is the real page. 1-255 characters, case-sensitive. An
   * answer may be encoded with gzip or deflate, not with Brotli.
   *
   * `false` looks for no text: each status of 2xx or 3xx counts as well, also that of a wrong page, a parked site or a
   * redirect. It saves $1 a month for an endpoint in AWS, $2 elsewhere (prices as in README).
   */
  readonly searchString: string | false;
  /** Whether the store counts as down when this endpoint is down. @default false */
  readonly critical?: boolean;
  /**
   * How bad it is for the business when this endpoint is down while the store stays open: a checkout that is down may be
   * `SEV1` without closing anything. On-call's messages, their cadence and pagers go by it; what shoppers read does not. A
   * store that is closed is `SEV1` whatever is said here.
   * @default SEV2
   */
  readonly severity?: Severity;
  /**
   * Its place among what is restored, 1-100, 1 first: the runbook lists endpoints and messages name those that fail in
   * that order. The order of the list itself decides which answer times are measured, so it is no place to say this.
   * @default - after those that have one, critical ones first, then in the order of the list
   */
  readonly restoreOrder?: number;
  /**
   * Host name to probe. Never a name that fails over.
   * @default - with IP targets: the first address, with the shop's name as Host and SNI; else the target's own name
   */
  readonly hostName?: string;
}

/** The people (and machines) that are told. */
export interface OnCallProps {
  /** E-mail addresses; each must confirm its subscription. */
  readonly emails?: readonly string[];
  /**
   * Phone numbers in E.164 form, such as `+48123456789`. They get a text when an incident begins, comes back, gets worse,
   * is over, and each half hour that it goes on, and every plain alarm; without `emails` and `channels`, every message.
   */
  readonly phoneNumbers?: readonly string[];
  /**
   * HTTPS endpoints that accept SNS notifications and confirm them. `Message` is JSON: of an incident the fields of
   * `structured-update.ts`, of an alarm CloudWatch's own; about planned work it is text.
   */
  readonly webhooks?: readonly string[];
  /**
   * Pagers and chats, such as `Channel.pagerDuty({ secret })`, besides the contacts above or in their place. They hear
   * of incidents and of plain alarms. @default - none
   */
  readonly channels?: readonly Channel[];
  /** Where the steps are written down; linked from every message. */
  readonly runbookUrl: string;
  /** The role, not the person, that owns the store's incidents. @default `on-call` */
  readonly owner?: string;
  /** IANA time zone that messages show beside UTC. @default - UTC only */
  readonly timeZone?: string;
  /** Whom to call, by role, in this order: in messages, and a tap away in the runbook. At most 5. @default - none */
  readonly contacts?: readonly OnCallContact[];
  /**
   * How long every alarm must stay OK before an incident is resolved. On-call hears of the recovery at once, without
   * this wait. 1-60 min in whole minutes.
   * @default 5 minutes
   */
  readonly monitoringHold?: Duration;
  /**
   * After which time messages tell what a long outage does to search results, and what to do about it. 1-168 h in
   * whole hours.
   * @default 24 hours
   */
  readonly longOutage?: Duration;
  /** The people who are called when nobody acknowledges an incident with `npx understudy ack`. @default - nobody else */
  readonly escalation?: EscalationProps;
  /**
   * Times to respond and to mend, by severity. One that passes is told once, to the second contact, too; it needs an
   * `escalation`. Counted from the first message. @default - none
   */
  readonly targets?: Readonly<Partial<Record<Severity, TargetProps>>>;
}

/** Targets of a severity. At least one. */
export interface TargetProps {
  /** Until somebody acknowledges the incident. 1-1,440 min in whole minutes. @default - no target */
  readonly respond?: Duration;
  /** Until every alarm is OK; not before `respond`. 1-10,080 min in whole minutes. @default - no target */
  readonly mend?: Duration;
}

/** The second contact: other people than the first, in any of the same ways. At least one contact or channel. */
export interface EscalationProps {
  /**
   * How long an incident may go without an acknowledgement, from the first message on. 1-120 min in whole minutes.
   * @default 10 minutes
   */
  readonly after?: Duration;
  /** As in `onCall`; each must confirm its subscription. */
  readonly emails?: readonly string[];
  /** As in `onCall`. */
  readonly phoneNumbers?: readonly string[];
  /** As in `onCall`. */
  readonly webhooks?: readonly string[];
  /** As in `onCall`, with functions of their own. They hear of no plain alarms. */
  readonly channels?: readonly Channel[];
}

/** Somebody who can help during an incident. */
export interface OnCallContact {
  /** What they are, such as `hosting` or `payments`. 1-40 characters. */
  readonly role: string;
  /** A phone number or an address. 1-60 characters. */
  readonly reach: string;
}

/** When a slow origin alarms. */
export interface LatencyAlarmProps {
  /**
   * Alarm when answers take longer than this for three minutes in a row: with `edge` half of the answers of the origin, so
   * that orders, which take their time, are no alarm; with `dns` what the checkers of the first critical endpoint measure
   * on average. With `dns` below 2 s, because checkers wait no longer; with `edge` below 2 s unless `slowCloses` is false,
   * or the store is closed before it fires.
   */
  readonly threshold: Duration;
}

/** An amount of money. */
export interface Money {
  /** Above 0. */
  readonly amount: number;
  /** ISO 4217, three capital letters: `EUR`. */
  readonly currency: string;
}

/** What a rehearsal must keep within, in seconds of the scenario's own time: above 0, up to a day each. */
export interface RehearsalBudgets {
  /** From the failure until Route 53 answers with SECONDARY. */
  readonly detectSeconds: number;
  /** From the failure until every resolver that honours the TTL has switched. */
  readonly switchSeconds: number;
  /** From the failure until the first shopper could see the emergency page. */
  readonly firstPageSeconds: number;
  /** The longest wait of a shopper for a page, whatever page it is. */
  readonly worstWaitSeconds: number;
  /** The longest wait of a shopper for the answer to a form, such as an order. */
  readonly worstFormWaitSeconds: number;
  /** The longest wait of a shopper who asks once every resolver has switched. */
  readonly switchedWaitSeconds: number;
  /** From the failure until on-call has a message. Impossible to keep where CloudWatch shows metrics that much later. */
  readonly alertSeconds: number;
  /** From the repair until on-call is told that it is over, for good. As above. */
  readonly recoveredSeconds: number;
  /** From the repair until the last shopper who was kept from the store was let in, which follows that message. */
  readonly backSeconds: number;
}
