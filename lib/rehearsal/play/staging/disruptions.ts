import type { ScenarioFault } from '../../scenario/fault';
import { activeFaults } from '../store/faults/active-faults';

/** What is wrong with AWS's own services at this moment; the services ask before they act. */
export interface Disruptions {
  /**
   * Whether the health checkers of a region, such as `eu-west-1`, see an endpoint down, whatever it answers.
   * @param healthCheck as people call it
   */
  checkersFail(region: string, healthCheck: string): boolean;
  /** Whether the stack's functions throw as soon as they start. @param byTopic whether SNS invokes them */
  functionsFail(byTopic: boolean): boolean;
  /** Whether no message gets through over a protocol, such as `email`. */
  protocolFails(protocol: string): boolean;
  /** Whether nobody has confirmed the subscriptions over a protocol. */
  unconfirmed(protocol: string): boolean;
  /** What is wrong with a platform by its own status page: names of components. Undefined while all is well. */
  platformTrouble(): readonly string[] | undefined;
  /** Until when the stack's region is down, undefined while it runs. */
  regionBackMs(): number | undefined;
}

/** Nothing is wrong. */
export const NO_DISRUPTIONS: Disruptions = {
  checkersFail: () => false,
  functionsFail: () => false,
  protocolFails: () => false,
  unconfirmed: () => false,
  platformTrouble: () => undefined,
  regionBackMs: () => undefined,
};

/** Where a scenario stands: what its seconds count from, and the present. */
export interface ScenarioTime {
  readonly startMs: number;
  readonly nowMs: () => number;
  /** Gets every fault that somebody meets. @default - nobody cares */
  readonly felt?: Set<ScenarioFault>;
}

/** The disruptions of a scenario. */
export function disruptionsOf(
  faults: readonly ScenarioFault[],
  { startMs, nowMs, felt }: ScenarioTime,
): Disruptions {
  const sinceStartMs = () => nowMs() - startMs;
  const checkers = disruption(faults, 'checkers fail', sinceStartMs);
  const functions = disruption(faults, 'functions fail', sinceStartMs);
  const endpoints = disruption(faults, 'endpoints down', sinceStartMs);
  const unconfirmed = disruption(faults, 'unconfirmed', sinceStartMs);
  const platform = disruption(faults, 'platform trouble', sinceStartMs);
  const region = disruption(faults, 'region lost', sinceStartMs);
  const meets = (met: readonly ScenarioFault[]): boolean => {
    for (const fault of met) {
      felt?.add(fault);
    }
    return met.length > 0;
  };
  return {
    checkersFail: (name) => meets(checkers().filter(({ regions }) => regions.some((one) => one === name))),
    functionsFail: (byTopic) =>
      meets(functions().filter(({ spares }) => !(byTopic && spares === 'behind topics'))),
    protocolFails: (protocol) => meets(concerned(endpoints(), protocol)),
    unconfirmed: (protocol) => meets(concerned(unconfirmed(), protocol)),
    platformTrouble: () => {
      const active = platform();
      return meets(active) ? active.flatMap(({ components }) => components) : undefined;
    },
    regionBackMs: () => {
      const active = region();
      if (!meets(active)) {
        return undefined;
      }
      return startMs + Math.max(...active.map(({ toSeconds }) => toSeconds)) * 1000;
    },
  };
}

const concerned = <F extends ScenarioFault & { readonly protocols: readonly string[] }>(
  faults: readonly F[],
  protocol: string,
): readonly F[] => faults.filter(({ protocols }) => protocols.includes(protocol));

/** The active faults of a kind. Every request asks, and most scenarios have none of the kind. */
function disruption<K extends ScenarioFault['kind']>(
  faults: readonly ScenarioFault[],
  kind: K,
  sinceStartMs: () => number,
): () => readonly Extract<ScenarioFault, { kind: K }>[] {
  const ofKind = faults.filter((fault): fault is Extract<ScenarioFault, { kind: K }> => fault.kind === kind);
  return () => (ofKind.length === 0 ? ofKind : activeFaults(ofKind, sinceStartMs()));
}
