import type { Gate } from '../../../lib/rehearsal/aws/iam/gatekeeper';

/** Lets everybody do everything: for tests of what happens then. */
export const OPEN_GATE: Gate = {
  function: () => undefined,
  refuse: () => undefined,
  refuseService: () => undefined,
};

/** Refuses some actions. */
export const gateWithout = (...actions: readonly string[]): Gate => ({
  ...OPEN_GATE,
  refuseService: (_name, _source, calls) => {
    const call = calls.find(({ action }) => actions.includes(action));
    return call && { call: { ...call, context: {} }, message: `no ${call.action}` };
  },
});
