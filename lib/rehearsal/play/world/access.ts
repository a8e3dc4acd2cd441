import type { Functions } from '../../aws/lambda/functions';
import type { WorldDeps } from './world-deps';

/** What people with access to the account can do. */
export interface Access {
  /** The output of a stack whose name contains a text. @throws Error when there is none */
  readonly output: (text: string) => string;
  /** Invokes a function by its name and waits. @throws Error when it breaks, or while its region is down */
  readonly ask: (functionName: string, request: unknown) => Promise<unknown>;
}

/** Access to what is deployed. */
export const accessTo = ({ deployment, isLost }: WorldDeps, functions: Functions): Access => ({
  output: (text) => {
    const [value] = deployment.outputs(text);
    if (value === undefined) {
      throw new Error(`no stack of the assembly has an output ${text}`);
    }
    return value;
  },
  ask: async (functionName, request) => {
    if (isLost()) {
      throw new Error(`${functionName}: its region is down`);
    }
    return functions.ask(functionName, request);
  },
});
