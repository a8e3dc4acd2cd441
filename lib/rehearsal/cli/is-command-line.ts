import { existsSync, statSync } from 'node:fs';

/**
 * Whether `--app` is a command line, not a folder, as the CDK CLI decides it; but one word that is no file is a folder
 * that is not there.
 */
export const isCommandLine = (app: string | undefined): boolean =>
  app !== undefined && (/\s/.test(app) ? !existsSync(app) : existsSync(app) && !statSync(app).isDirectory());
