import { englishOnly } from '../contract/texts';
import type { IncidentState } from '../state/incident-state';
import { isOver } from './maintenance';

/**
 * Bytes of the state, as JSON. An item of DynamoDB has 400 KB, names and values of its attributes included.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */
export const MAX_STATE_BYTES = 380_000;

/** What is given up one after the other, until the rest fits; never the incident, the hold or what is still to be said. */
const EASIEST_FIRST: readonly ((state: IncidentState) => IncidentState)[] = [
  (state) => ({ ...state, messages: state.messages.slice(-50) }),
  (state) => ({ ...state, history: state.history.slice(0, 10) }),
  (state) => ({ ...state, maintenance: state.maintenance.filter((window) => !isOver(window)), closed: null }),
  (state) => ({ ...state, reviews: state.reviews.slice(-5) }),
  inEnglish,
];

/** The state with as much of what is past as an item has room for. */
export function fitState(state: IncidentState): IncidentState {
  return EASIEST_FIRST.reduce((fitting, giveUp) => (isSmall(fitting) ? fitting : giveUp(fitting)), state);
}

function isSmall(state: IncidentState): boolean {
  return Buffer.byteLength(JSON.stringify(state)) <= MAX_STATE_BYTES;
}

/** Readers of other languages get the machine's own sentence. */
function inEnglish(state: IncidentState): IncidentState {
  const { incident, maintenance } = state;
  return {
    ...state,
    incident: incident?.words
      ? { ...incident, words: { ...incident.words, texts: englishOnly(incident.words.texts) } }
      : incident,
    maintenance: maintenance.map((window) => ({ ...window, texts: englishOnly(window.texts) })),
  };
}
