import { parseArgs } from 'node:util';

const DEFAULT_PORT = '8082';
const MAX_PORT = 65_535;

/**
 * The port that a command line asks for, 0 for any that is free.
 * @throws Error that names the option and the value
 */
export function previewPort(args: readonly string[]): number {
  const { port } = parseArgs({
    args: [...args],
    options: { port: { type: 'string', default: DEFAULT_PORT } },
  }).values;
  if (/^\d+$/.test(port) && Number(port) <= MAX_PORT) return Number(port);
  throw new Error(`--port: must be a whole number from 0 to ${MAX_PORT}, got ${port}`);
}
