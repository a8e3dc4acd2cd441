import { hurtsMany } from '../hurt';
import type { ScenarioReport } from '../report-schema';

type Judged = Pick<ScenarioReport, 'passed' | 'knownGap' | 'requestsMeanwhile'>;

/** What became of a play, in words, not by colour alone: "held" is for what kept its budgets and hurt few. */
export function verdictOf(play: Judged): { readonly tone: string; readonly text: string } {
  if (!play.passed) {
    return { tone: 'failed', text: 'missed' };
  }
  if (play.knownGap !== null) {
    return { tone: 'gap', text: 'known gap' };
  }
  return hurtsMany(play) ? { tone: 'hurts', text: 'held, hurts' } : { tone: 'passed', text: 'held' };
}

/** The same as a badge. */
export function badge(play: Judged): string {
  const { tone, text } = verdictOf(play);
  return `<span class="badge ${tone}">${text}</span>`;
}
