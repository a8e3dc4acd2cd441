import { isStoreFault, type ScenarioFault, type StoreFault } from './fault';

/** From when to when the store fails, in seconds after the scenario's start. */
export interface FaultSpan {
  readonly failsSeconds: number;
  readonly repairedSeconds: number;
  readonly counted: CountedSpan;
}

/** What times are counted from and to. */
export interface CountedSpan {
  readonly failsSeconds: number;
  /** When the store fails again, having been well since, in order. */
  readonly failsAgainSeconds: readonly number[];
  readonly repairedSeconds: number;
  /** When failures end that are later than the last that is counted, in order. */
  readonly repairedAgainSeconds: readonly number[];
}

/** Failures less than this apart are one: so soon no checker and no alarm has forgotten the first. */
const APART_SECONDS = 60;

/** Whether one fault lies so far from another that neither has to do with the other. */
export const liesApart = (
  one: Pick<ScenarioFault, 'fromSeconds' | 'toSeconds'>,
  other: Pick<ScenarioFault, 'fromSeconds' | 'toSeconds'>,
): boolean =>
  one.fromSeconds >= other.toSeconds + APART_SECONDS || other.fromSeconds >= one.toSeconds + APART_SECONDS;

/**
 * From the first failure of the store to the last repair. What else goes wrong, before or after, is no reason to count
 * from there, unless the store does not fail at all. Nor is a blip before an outage: where Route 53 is sure to notice
 * some of the faults, times count from the first of these to the last.
 * @param isNoticed whether Route 53 is sure to notice a fault that is alone
 */
export function faultSpan(
  faults: readonly ScenarioFault[],
  isNoticed: (fault: StoreFault) => boolean = () => false,
): FaultSpan {
  const ofStore = faults.filter(isStoreFault);
  const all = ofStore.length > 0 ? ofStore : faults;
  const noticed = ofStore.filter(isNoticed);
  return { ...wholeSpan(all), counted: countedSpan(all, noticed.length > 0 ? noticed : all) };
}

const wholeSpan = (faults: readonly ScenarioFault[]) => ({
  failsSeconds: Math.min(...faults.map(({ fromSeconds }) => fromSeconds)),
  repairedSeconds: Math.max(...faults.map(({ toSeconds }) => toSeconds)),
});

function countedSpan(all: readonly ScenarioFault[], counted: readonly ScenarioFault[]): CountedSpan {
  const { failsSeconds, repairedSeconds: countedSeconds } = wholeSpan(counted);
  const failures = separateFailures(all);
  const repairs = failures.map((failure) => failure.repairedSeconds).filter((at) => at >= countedSeconds);
  const [repairedSeconds = countedSeconds, ...repairedAgainSeconds] = repairs;
  return {
    failsSeconds,
    failsAgainSeconds: failures.map((failure) => failure.failsSeconds).filter((at) => at > failsSeconds),
    repairedSeconds,
    repairedAgainSeconds,
  };
}

/** Faults that overlap, or nearly so, are one failure. */
function separateFailures(faults: readonly ScenarioFault[]) {
  const failures: { failsSeconds: number; repairedSeconds: number }[] = [];
  for (const fault of [...faults].sort((a, b) => a.fromSeconds - b.fromSeconds)) {
    const last = failures.at(-1);
    if (last !== undefined && fault.fromSeconds < last.repairedSeconds + APART_SECONDS) {
      last.repairedSeconds = Math.max(last.repairedSeconds, fault.toSeconds);
    } else {
      failures.push({ failsSeconds: fault.fromSeconds, repairedSeconds: fault.toSeconds });
    }
  }
  return failures;
}
