import type { ScenarioFault } from '../../../scenario/fault';

/** The faults that are there at an instant, in the order of the scenario. */
export const activeFaults = <F extends ScenarioFault>(
  faults: readonly F[],
  sinceStartMs: number,
): readonly F[] => faults.filter((fault) => isActive(fault, sinceStartMs));

/** From its beginning up to, not at, its end; one that flaps is away in between. */
export function isActive(fault: ScenarioFault, sinceStartMs: number): boolean {
  const lastedMs = sinceStartMs - fault.fromSeconds * 1000;
  if (lastedMs < 0 || sinceStartMs >= fault.toSeconds * 1000) {
    return false;
  }
  const flaps = 'flaps' in fault ? fault.flaps : undefined;
  if (flaps === undefined) {
    return true;
  }
  const { downSeconds, upSeconds } = flaps;
  return lastedMs % ((downSeconds + upSeconds) * 1000) < downSeconds * 1000;
}

/** How much of its strength a fault with a ramp has: from 0 at its beginning to 1 once it is up. */
export function strength(
  { fromSeconds, rampSeconds }: { readonly fromSeconds: number; readonly rampSeconds: number },
  sinceStartMs: number,
): number {
  const lastedSeconds = sinceStartMs / 1000 - fromSeconds;
  return rampSeconds === 0 ? 1 : Math.min(1, Math.max(0, lastedSeconds / rampSeconds));
}
