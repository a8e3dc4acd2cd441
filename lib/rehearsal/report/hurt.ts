import type { ShopperOutcome } from '../kernel/shopper-outcome';
import type { ScenarioReport } from './report-schema';

/** What leaves a shopper without the store and without a word about it, which the emergency page gives. */
const HURTS: readonly ShopperOutcome[] = ['raw error', 'gave up', 'POST lost'];

/** From this share on "held" alone would be too kind a word, in percent. */
export const MANY_PERCENT = 20;

/** The share of requests, made while the faults lasted, that hurt who made them: 0 to 1. */
export function hurtShareOf({ requestsMeanwhile }: Pick<ScenarioReport, 'requestsMeanwhile'>): number {
  const all = Object.values(requestsMeanwhile).reduce((sum, count) => sum + count, 0);
  const hurt = HURTS.reduce((sum, outcome) => sum + requestsMeanwhile[outcome], 0);
  return all === 0 ? 0 : hurt / all;
}

/** Whether a play hurts many shoppers, by the number that people read. */
export const hurtsMany = (scenario: Pick<ScenarioReport, 'requestsMeanwhile'>): boolean =>
  Math.round(hurtShareOf(scenario) * 100) >= MANY_PERCENT;

/** `40 %`; what is not nothing does not read `0 %`, and what is not everything not `100 %`. */
export function formatShare(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 0 && share > 0) {
    return '< 1 %';
  }
  return percent === 100 && share < 1 ? '> 99 %' : `${percent} %`;
}

/** What the share of shoppers hurt counts. */
export const HURT_MEANS =
  "of shoppers' requests while the fault lasted, the share that ended in a raw error, in too long a wait or in a lost order";
