import { isActive } from '../store/faults/active-faults';
import type { ScenarioFault } from './fault';

/** What is wrong with AWS's own services at this moment; the services ask before they act. */
export interface Disruptions {
  /** Whether the health checkers of a region, such as `eu-west-1`, see every endpoint down. */
  checkersFail(region: string): boolean;
  /** Whether the stack's functions throw as soon as they start. */
  functionsFail(): boolean;
  /** Whether no message gets through over a protocol, such as `email`. */
  protocolFails(protocol: string): boolean;
  /** Until when the stack's region stands still, undefined while it runs. */
  regionBackMs(): number | undefined;
}

/** Nothing is wrong. */
export const NO_DISRUPTIONS: Disruptions = {
  checkersFail: () => false,
  functionsFail: () => false,
  protocolFails: () => false,
  regionBackMs: () => undefined,
};

/** Where a scenario stands: what its seconds count from, and the present. */
export interface ScenarioTime {
  readonly startMs: number;
  readonly nowMs: () => number;
}

/** The disruptions of a scenario. */
export function disruptionsOf(
  faults: readonly ScenarioFault[],
  { startMs, nowMs }: ScenarioTime,
): Disruptions {
  const active = <K extends ScenarioFault['kind']>(kind: K) =>
    faults.filter(
      (fault): fault is Extract<ScenarioFault, { kind: K }> =>
        fault.kind === kind && isActive(fault, nowMs() - startMs),
    );
  return {
    checkersFail: (region) => active('checkers fail').some(({ regions }) => regions.includes(region)),
    functionsFail: () => active('functions fail').length > 0,
    protocolFails: (protocol) =>
      active('endpoints down').some(({ protocols }) => protocols.some((one) => one === protocol)),
    regionBackMs: () => {
      const ends = active('region lost').map(({ toSeconds }) => startMs + toSeconds * 1000);
      return ends.length === 0 ? undefined : Math.max(...ends);
    },
  };
}
