import { hurtShareOf, hurtsMany, MANY_PERCENT } from '../hurt';
import type { ScenarioReport } from '../report-schema';
import type { ScenarioRow } from '../rows';
import { isAtRisk } from '../summary';

interface Filter {
  /** Its class on a row, and its `id` behind `only-`. */
  readonly name: string;
  readonly label: string;
  readonly fits: (play: ScenarioReport) => boolean;
}

const ALL = 'all';

const FILTERS: readonly Filter[] = [
  { name: ALL, label: 'all', fits: () => true },
  { name: 'missed', label: 'missed', fits: ({ passed }) => !passed },
  { name: 'hurts', label: `${MANY_PERCENT} % of shoppers hurt or more`, fits: hurtsMany },
  {
    name: 'untold',
    label: 'shoppers hurt, nobody told',
    fits: (play) => play.messages.length === 0 && hurtShareOf(play) > 0,
  },
  { name: 'gap', label: 'known gaps', fits: ({ knownGap }) => knownGap !== null },
  { name: 'risk', label: 'bad luck may exceed a budget', fits: ({ findings }) => findings.some(isAtRisk) },
];

/** The classes by which filters find a row: one of its plays is enough. */
export const filterClasses = ({ plays }: ScenarioRow): string =>
  FILTERS.filter(({ name, fits }) => name !== ALL && plays.some(fits))
    .map(({ name }) => name)
    .join(' ');

/** Radio buttons, each with the number of rows that it leaves; styles do the rest, no script. */
export const filters = (rows: readonly ScenarioRow[]): string =>
  `<fieldset class="filters"><legend>Show</legend>${FILTERS.map(({ name, label, fits }) => {
    const count = rows.filter(({ plays }) => plays.some(fits)).length;
    return `<input type="radio" name="only" id="only-${name}"${name === ALL ? ' checked' : ''}><label for="only-${name}">${label} (${count})</label>`;
  }).join('')}</fieldset>`;

/** Hides the rows that the checked filter leaves out. */
export const FILTER_STYLE = FILTERS.filter(({ name }) => name !== ALL)
  .map(({ name }) => `.scenarios:has(#only-${name}:checked) tbody tr:not(.${name}){display:none}`)
  .join('\n');
