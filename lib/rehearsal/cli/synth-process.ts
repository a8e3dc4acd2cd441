import { join, resolve, sep } from 'node:path';

// The program that the CDK CLI runs in place of an app: `<app> <topology>=<folder> ...`. It speaks to the app as the CLI
// does, by the environment; a failure ends it as it would end the app.

const [app = '', ...targets] = process.argv.slice(2);
const program = resolve(app);
process.argv.splice(1, Number.POSITIVE_INFINITY, program);

/** Runs the app as if it were the first time: only libraries stay loaded. */
function runAgain(topology: string, folder: string): void {
  if (process.env['CONTEXT_OVERFLOW_LOCATION_ENV'] !== undefined) {
    throw new Error('the context is too large for the environment');
  }
  const context = { ...JSON.parse(process.env['CDK_CONTEXT_JSON'] ?? '{}'), topology };
  process.env['CDK_CONTEXT_JSON'] = JSON.stringify(context);
  process.env['CDK_OUTDIR'] = folder;
  process.env['CDK_PERF_COUNTERS_FILE'] = join(folder, 'performance-counters.json');
  for (const path of Object.keys(require.cache)) {
    if (path !== __filename && !path.includes(`${sep}node_modules${sep}`)) {
      delete require.cache[path];
    }
  }
  require(program);
}

/** When the process has nothing more to do, even after others have been told so: that is when an `App` synthesizes. */
function whenIdle(goOn: () => void): void {
  process.once('beforeExit', () => setImmediate(() => process.once('beforeExit', () => setImmediate(goOn))));
}

function goOn(): void {
  const [topology, folder] = targets.shift()?.split('=', 2) ?? [];
  if (topology === undefined || folder === undefined) {
    return;
  }
  runAgain(topology, folder);
  whenIdle(goOn);
}

goOn();
