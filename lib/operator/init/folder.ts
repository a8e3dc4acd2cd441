import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What there is in the folder that a store is described in. */
export interface Folder {
  /** The command of a CDK app, as cdk.json says it. @default - there is no cdk.json, so no app */
  readonly app?: string;
  /** Whether there is something at a path in it. */
  readonly has: (path: string) => boolean;
  /** Whether a package can be loaded from it. */
  readonly isInstalled: (name: string) => boolean;
}

/** Looks at a folder. */
export function lookAtFolder(directory: string): Folder {
  const path = join(directory, 'cdk.json');
  const { resolve } = createRequire(join(directory, 'package.json'));
  const modules = resolve.paths('understudy') ?? [];
  return {
    ...(existsSync(path) && { app: appIn(readFileSync(path, 'utf8')) }),
    has: (name) => existsSync(join(directory, name)),
    isInstalled: (name) => modules.some((folder) => existsSync(join(folder, name))),
  };
}

/** A cdk.json that can't be read, or without an app, is one all the same. */
function appIn(text: string): string {
  try {
    return String(JSON.parse(text)?.app ?? '');
  } catch {
    return '';
  }
}
