import type { Expectations, Scenario } from './scenario';

const MINUTE = 60;
const AS_PROMISED: Expectations = {
  failover: 'switches',
  messages: 'some',
  rawErrors: 'until switched',
  budgets: {},
};

/** The origin refuses connections for ten minutes, as after a crash or a failed release. */
export const ORIGIN_REFUSES: Scenario = {
  name: 'origin refuses connections',
  hypothesis:
    'shoppers get the emergency page, on-call is told once, and both are brought back without anybody acting',
  faults: [
    {
      kind: 'refuses',
      fromSeconds: 0,
      toSeconds: 10 * MINUTE,
      text: 'the origin refuses connections',
    },
  ],
  expectations: { edge: AS_PROMISED, dns: AS_PROMISED },
  endSeconds: 16 * MINUTE,
};
