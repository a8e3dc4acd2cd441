import { MINUTE_MS } from '../../shared/contract/clock-units';
import type { Target } from './target-times';
import { duration } from './times';

const PASSED = { respond: 'Nobody has responded', mend: 'Not mended' } as const;

const lengthOf = ({ minutes }: Pick<Target, 'minutes'>): string => duration(minutes * MINUTE_MS);

/** That a target has passed, as one sentence: `Not mended within 1 h 0 min, the target for SEV1.` */
export function overdueWords(target: Target): string {
  return `${PASSED[target.kind]} within ${lengthOf(target)}, the target for ${target.severity}.`;
}

/** The same for phones, with what to do, without a full stop. */
export function overdueSms(target: Target): string {
  const passed = `${PASSED[target.kind]} within ${lengthOf(target)}`;
  return target.kind === 'respond' ? `${passed}: npx understudy ack` : passed;
}

/** One target in a few words: `respond by 10:15 UTC (15 min)`, `mend by 11:00 UTC (1 h 0 min): passed`. */
export function describeTarget(target: Target, time: (epochMs: number) => string): string {
  const { kind, byMs, passedAtMs } = target;
  const passed = passedAtMs === undefined ? '' : ': passed';
  return `${kind} by ${time(byMs)} (${lengthOf(target)})${passed}`;
}
