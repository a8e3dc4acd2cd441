import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CliError, EXIT, type ExitCode } from '../../command-line/cli-error';
import { prose } from '../../command-line/prose';
import { appTopologies } from '../../rehearsal/cli/app-topologies';
import { assemblyFolder } from '../../rehearsal/cli/assembly-folder';
import { isCommandLine } from '../../rehearsal/cli/is-command-line';
import { synthesize } from '../../rehearsal/cli/synthesize';
import { type FollowOptions, followApp } from '../preview/follow-app';
import { previewServer } from '../preview/preview-server';
import type { CliContext } from './cli-context';
import { runs, type Subcommand } from './subcommand';

const MAX_PORT = 65_535;

/** `npx understudy page`: the emergency page in every state and language, in a browser. */
export const page: Subcommand = {
  define: (command, context) => {
    command
      .usage('[options]')
      .description(DESCRIPTION)
      .option('--app <folder or command>', APP_HELP)
      .option('--store <name>', 'which store, by its domain name, where the app has several')
      .option('--port <n>', 'where to show it, 0 for any that is free', '8082')
      .action(runs(context, (options) => preview(options, context)));
  },
};

const DESCRIPTION = prose(`
Shows the emergency page of your app on localhost, in every state and language, until you end it with Ctrl-C. It reads the
page from the cloud assembly and runs none of its code. The app of this folder is synthesized again as its sources
change, of an assembly every new synth is shown; pages in the browser reload.
`);

const APP_HELP =
  'as the CDK CLI takes it: an assembly, such as cdk.out, or a command line that synthesizes (default: "app" in the cdk.json of this folder)';

/** What `page` takes. */
interface PageOptions {
  readonly app?: string | undefined;
  readonly store?: string | undefined;
  readonly port: string;
}

async function preview({ app, store, port: text }: PageOptions, context: CliContext): Promise<ExitCode> {
  const port = readPort(text);
  const { now, print, printError } = context;
  const followed = await followApp({ ...sourceOf(app), store, now, sources: process.cwd(), say: printError });
  try {
    const server = await listen(previewServer(followed.page), port);
    const { port: actual } = server.address() as AddressInfo;
    print(`Every state and language: http://localhost:${actual}`);
    await once(server, 'close');
    return EXIT.WELL;
  } finally {
    followed.stop();
  }
}

/** An assembly that exists; or the app, in the first of its topologies, for they show one page. */
function sourceOf(app: string | undefined): Pick<FollowOptions, 'assembly' | 'synthesize'> {
  if (app !== undefined && !isCommandLine(app)) {
    return { assembly: app };
  }
  const topologies = app === undefined ? appTopologies(process.cwd()).slice(0, 1) : [];
  return { assembly: assemblyFolder(topologies[0]), synthesize: () => synthesize(topologies, app) };
}

async function listen(server: Server, port: number): Promise<Server> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return server;
  } catch (cause) {
    const taken = (cause as NodeJS.ErrnoException).code === 'EADDRINUSE';
    const because = taken ? 'is taken by another program' : 'can not be listened on';
    throw new CliError(`--port: ${port} ${because}; name another`, { cause });
  }
}

function readPort(text: string): number {
  if (/^\d+$/.test(text) && Number(text) <= MAX_PORT) {
    return Number(text);
  }
  throw new CliError(`--port: must be a whole number from 0 to ${MAX_PORT}, got ${text}`);
}
