import { builtInScenario } from '../../../lib/rehearsal/scenario/load-scenario';

/** The scenario that most tests play: the origin refuses connections for ten minutes. */
export const ORIGIN_REFUSES = builtInScenario('origin refuses');
