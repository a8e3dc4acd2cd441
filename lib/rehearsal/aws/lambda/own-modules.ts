import type http from 'node:http';
import { createRequire, isBuiltin } from 'node:module';
import { RehearsalError } from '../../kernel/errors';
import { liesIn } from '../assembly/lies-in';

/** @throws RehearsalError OUTSIDE_ASSEMBLY for a file that is a link out of the asset */
export function requireOwn(directory: string, path: string): void {
  if (liesIn(directory, path)) {
    return;
  }
  throw new RehearsalError(
    'OUTSIDE_ASSEMBLY',
    `${path}: must lie in the function's own asset, got a link out of ${directory}; copy the file into it`,
  );
}

/**
 * What a bundle may load: its own files and what Node.js has. Lambda's runtime brings the SDK along too, but that would
 * talk to AWS with whatever credentials this machine has.
 * @throws RehearsalError FUNCTION_FAILED when called, for anything else: not the function's own fault
 */
export function requireFrom(
  directory: string,
  path: string,
  ownHttp: typeof http | undefined,
): NodeJS.Require {
  return new Proxy(createRequire(path), {
    apply: (load, self, [id]: [string]) => {
      if (ownHttp !== undefined && /^(node:)?http$/.test(id)) {
        return ownHttp;
      }
      try {
        // Node.js also looks in the folders above, where this machine's own modules may be.
        if (!isBuiltin(id) && !liesIn(directory, load.resolve(id))) {
          throw notBroughtAlong(path, id);
        }
        return Reflect.apply(load, self, [id]);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') {
          throw error;
        }
        throw notBroughtAlong(path, id, error);
      }
    },
  });
}

const notBroughtAlong = (path: string, id: string, cause?: unknown): RehearsalError =>
  new RehearsalError(
    'FUNCTION_FAILED',
    `${path}: needs a module that the rehearsal does not bring along, got ${id}; bundle it, the AWS SDK with bundleAwsSDK: true`,
    { cause },
  );
