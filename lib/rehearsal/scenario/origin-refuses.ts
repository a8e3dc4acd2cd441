import { builtInScenario } from './load-scenario';

/** The scenario that a rehearsal plays first: the origin refuses connections for ten minutes. */
export const ORIGIN_REFUSES = builtInScenario('origin refuses');
