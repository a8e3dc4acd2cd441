import { isStoreFault, type ScenarioFault } from '../../scenario/fault';

/** A connection and an answer take less than this in a rehearsal, when nothing is wrong. */
export const EXCHANGE_MS = 500;

/** What a client of the store meets while it fails. */
export interface StoreFailure {
  /** From the start of a probe until the health checker counts it as failed. */
  readonly probeMs: number;
  /** The same of a probe that asks for a connection only. @default - it gets one, and notices nothing */
  readonly connectionProbeMs?: number;
  /** Whether only health checks that look for a text notice. */
  readonly needsSearch: boolean;
  /** Whether no health checker notices: they do not validate certificates. @default false */
  readonly isUnseen?: boolean;
  /** Whether only who looks the store's name up notices. @default false */
  readonly needsName?: boolean;
  /** Only these paths and what is below them. @default - every path */
  readonly paths?: readonly string[];
  /** Only requests with these methods. @default - every method */
  readonly methods?: readonly string[];
  readonly client: ClientSees;
}

/** How a client finds out, so that its own timeouts can be added up. */
export type ClientSees =
  | {
      readonly kind: 'fails at once';
      /** @default - there is no answer */
      readonly status?: number;
    }
  | { readonly kind: 'never connects' }
  | { readonly kind: 'never answers' }
  /** It takes the answer for a good one. */
  | { readonly kind: 'answers'; readonly afterMs: number };

/**
 * A health checker waits 4 s for a connection, of type TCP 10 s, and 2 s more for a status.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
 */
const CHECKER_CONNECT_MS = 4_000;
const TCP_CHECKER_CONNECT_MS = 10_000;
const CHECKER_STATUS_MS = 2_000;

/** @returns undefined for a fault whose course depends on more than the template, which nobody can predict */
export function storeFailure(fault: ScenarioFault): StoreFailure | undefined {
  const failure = failureOf(fault);
  if (failure === undefined || !isStoreFault(fault)) {
    return failure;
  }
  const { paths, methods } = fault;
  return { ...failure, ...(paths && { paths }), ...(methods && { methods }) };
}

function failureOf(fault: ScenarioFault): Omit<StoreFailure, 'paths' | 'methods'> | undefined {
  switch (fault.kind) {
    case 'refuses':
      return { probeMs: 0, connectionProbeMs: 0, needsSearch: false, client: { kind: 'fails at once' } };
    case 'black hole':
      return {
        probeMs: CHECKER_CONNECT_MS,
        connectionProbeMs: TCP_CHECKER_CONNECT_MS,
        needsSearch: false,
        client: { kind: 'never connects' },
      };
    case 'hangs':
      return { probeMs: CHECKER_STATUS_MS, needsSearch: false, client: { kind: 'never answers' } };
    case 'errors':
      return fault.sharePercent === 100 && fault.rampSeconds === 0
        ? { probeMs: 0, needsSearch: false, client: { kind: 'fails at once', status: fault.status } }
        : undefined;
    case 'slow':
      return fault.rampSeconds === 0 && fault.delaySeconds * 1000 > CHECKER_STATUS_MS
        ? {
            probeMs: CHECKER_STATUS_MS,
            needsSearch: false,
            client: { kind: 'answers', afterMs: fault.delaySeconds * 1000 },
          }
        : undefined;
    case 'wrong content':
      return { probeMs: 0, needsSearch: true, client: { kind: 'answers', afterMs: 0 } };
    case 'reworded':
      return { probeMs: 0, needsSearch: true, client: { kind: 'answers', afterMs: 0 } };
    case 'name fails':
      return {
        probeMs: 0,
        connectionProbeMs: 0,
        needsSearch: false,
        needsName: true,
        client: { kind: 'fails at once' },
      };
    case 'certificate expired':
      return { probeMs: 0, needsSearch: false, isUnseen: true, client: { kind: 'fails at once' } };
    default:
      return undefined;
  }
}

/** Faults without which every client has a connection. */
const DENIES_CONNECTION: ReadonlySet<ScenarioFault['kind']> = new Set([
  'refuses',
  'black hole',
  'name fails',
]);

/** Whether a fault leaves a health check its good answers, because the check asks too little or the fault does too little. */
export function isHarmless(
  fault: ScenarioFault,
  { connectsOnly }: { readonly connectsOnly?: boolean },
): boolean {
  if (connectsOnly) {
    return !DENIES_CONNECTION.has(fault.kind);
  }
  return fault.kind === 'slow' && fault.delaySeconds * 1000 + EXCHANGE_MS <= CHECKER_STATUS_MS;
}

/** For how long a fault is there without a break, from its beginning on. */
export function lastsMs(fault: ScenarioFault): number {
  const wholeMs = (fault.toSeconds - fault.fromSeconds) * 1000;
  const flaps = flapsOf(fault);
  return flaps === undefined ? wholeMs : Math.min(wholeMs, flaps.downSeconds * 1000);
}

/** Undefined: the fault is there all the time. */
export const flapsOf = (fault: ScenarioFault) => ('flaps' in fault ? fault.flaps : undefined);

/** Whether a health checker meets a failure at a path: it asks with GET. */
export function concerns({ paths, methods }: Pick<StoreFailure, 'paths' | 'methods'>, path: string): boolean {
  if (methods !== undefined && !methods.includes('GET')) {
    return false;
  }
  const [pathname = '/'] = path.split('?');
  return (
    paths?.some((below) => pathname === below || pathname.startsWith(below.replace(/\/?$/, '/'))) ?? true
  );
}
