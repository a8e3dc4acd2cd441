import type { Scenario } from './scenario';

const MINUTE = 60;

/** The origin refuses connections for ten minutes, as after a crash or a failed release. */
export const ORIGIN_REFUSES: Scenario = {
  name: 'origin refuses connections',
  hypothesis:
    'shoppers get the emergency page, on-call is told once, and both are brought back without anybody acting',
  fault: {
    kind: 'refuses',
    fromSeconds: 0,
    toSeconds: 10 * MINUTE,
    text: 'the origin refuses connections',
  },
  endSeconds: 16 * MINUTE,
};
