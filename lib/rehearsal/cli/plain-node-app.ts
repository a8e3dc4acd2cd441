import { existsSync } from 'node:fs';
import { z } from 'zod';

const CONFIG = z.looseObject({ app: z.string() });

/** The command line of the app. @param config the text of `cdk.json` @returns undefined where it names none */
export function appIn(config = ''): string | undefined {
  try {
    return CONFIG.parse(JSON.parse(config)).app;
  } catch {
    // The CLI tells what is wrong with it.
    return undefined;
  }
}

/** `node app.js` and `npx tsx app.ts`, without options: those may change what an app does. */
const COMMAND = /^(?:node|(?:npx )?tsx) (?<file>[\w./-]+\.(?:js|cjs|ts|cts))$/;

/**
 * The program of an app that Node.js runs by itself, so that any process can. What comes of other command lines is known to
 * themselves only: ts-node, for one, checks types first.
 * @param app its command line
 * @returns undefined where the app is another one
 */
export function plainNodeApp(app = ''): string | undefined {
  const file = COMMAND.exec(app.trim())?.groups?.['file'];
  return file !== undefined && existsSync(file) ? file : undefined;
}
