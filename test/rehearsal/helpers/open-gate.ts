import type { Gate } from '../../../lib/rehearsal/aws/iam/gatekeeper';

/** Lets everybody do everything: for tests of what happens then. */
export const OPEN_GATE: Gate = {
  function: () => undefined,
  refuse: () => undefined,
  refuseService: () => undefined,
};
