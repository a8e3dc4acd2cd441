import type { Caller } from '../../../lib/rehearsal/aws/iam/caller';
import { Permissions } from '../../../lib/rehearsal/aws/iam/permissions';
import type { Call } from '../../../lib/rehearsal/aws/iam/rules/evaluate';
import { rehearse } from '../../../lib/rehearsal/run/rehearse';
import { BUSY } from './busy-scenario';

/** Somebody asked for something. */
export interface Asked {
  readonly caller: Caller;
  readonly call: Call;
}

/** Plays an assembly, with the bundles that get deployed, and listens to what they and AWS's services ask for. */
export async function askedCalls(assembly: string): Promise<readonly Asked[]> {
  const asked = new Map<string, Asked>();
  const { decide } = Permissions.prototype;
  const listening = jest.spyOn(Permissions.prototype, 'decide');
  listening.mockImplementation(function (this: Permissions, caller, call) {
    asked.set(JSON.stringify([caller, call]), { caller, call });
    return decide.call(this, caller, call);
  });
  try {
    await rehearse({ assembly, scenario: BUSY });
  } finally {
    listening.mockRestore();
  }
  return [...asked.values()];
}
