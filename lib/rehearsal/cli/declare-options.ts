import type { Command } from '@commander-js/extra-typings';
import { collect, withJson } from '../../command-line/options';
import { prose } from '../../command-line/prose';

/** Declares what `npx understudy rehearse` takes. */
export const withRehearsal = (command: Command) =>
  withJson(
    command
      .usage('[options]')
      .description(DESCRIPTION)
      .option('--app <folder or command>', APP_HELP)
      .option('--topology <name>', TOPOLOGY_HELP)
      .option('--scenario <name>', SCENARIO_HELP, collect)
      .option('--list', 'the built-in scenarios, those with the greatest risk first')
      .option('--schema', SCHEMA_HELP)
      .option('--store <name>', 'which store, by its domain name, where the app has several')
      .option('--parameter <name=value>', PARAMETER_HELP, collect)
      .option('--seed <n>', 'a whole number; the same seed gives the same rehearsal (default: 1)')
      .option('--verbose', 'tell every scenario in full, and what was modelled, ignored and unsupported')
      .option('--out <folder>', 'write report.html, .json, .junit.xml, .md and .schema.json there')
      .option('--compare <folder>', 'another assembly: what does this stack do better or worse than that?')
      .option('--uncertainty', UNCERTAINTY_HELP)
      .option('--live', 'open the world on localhost: a store that you can kill, its edge, the on-call inbox')
      .option('--speed <n>', 'with --live: seconds that pass in one second, 1 to 600 (default: 10)')
      .option('--port <n>', 'with --live: port of the shop, 0 for any (default: 8080)')
      .option('--control-port <n>', 'with --live: port of the control page, 0 for any (default: 8081)'),
  );

const DESCRIPTION = prose(`
Plays outages of the store through the synthesized stack, on this machine, and gives a verdict. Nothing is deployed, no
AWS account is needed. The exit code is 0 when everything held, 1 when a budget, an expectation or a prediction was
missed, 2 when it could not be rehearsed.

To rehearse an assembly is to run its code, such as its Lambda functions: rehearse none that you do not trust. It runs
in a process that gets no credentials, tokens or NODE_OPTIONS of your environment, and reads no file outside of the
assembly by itself; but it is no sandbox. Only cdk synth has your whole environment.
`);

const APP_HELP =
  'as the CDK CLI takes it: an assembly that exists already, such as cdk.out, or a command line that synthesizes, such as "npx tsx bin/app.ts" (default: "app" in the cdk.json of this folder)';

const TOPOLOGY_HELP =
  'edge, dns or both, for an app that can be either: it is given to it as the context value "topology" (default: each that cdk.json lists as "understudy:topologies" in its context; else the app is synthesized once, as it is)';

const SCENARIO_HELP =
  'a built-in scenario or a scenario file (.yaml); may be repeated (default: every built-in one)';

const SCHEMA_HELP =
  'what a scenario file may hold, as JSON Schema: save it, and name it in your file\'s first line, "# yaml-language-server: $schema=scenario.schema.json", for an editor to know every key';

const UNCERTAINTY_HELP =
  'play each thing that AWS gives no number for alone at both ends of its range, too: which budgets hold there, and which of them matter (default scenario: origin-refuses; some fifty plays for each scenario)';

const PARAMETER_HELP =
  'what a parameter is at deployment that the app neither makes nor knows: a parameter of the stack, or of Systems Manager; may be repeated';
