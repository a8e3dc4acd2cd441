import type { ScenarioReport } from '../report-schema';

type Play = Pick<ScenarioReport, 'name' | 'topology'>;

/** Where a play stands in the page: its name in whatever script, without the spaces that no `id` may have. */
export const idOf = ({ name, topology }: Play): string => `${topology}-${name.replace(/\s/g, '-')}`;

/** What leads there. */
export const linkTo = (play: Play): string => `#${encodeURIComponent(idOf(play))}`;
