import { playAll } from '../../lib/rehearsal/cli/play-all';
import { builtInScenarios } from '../../lib/rehearsal/scenario/load-scenario';

// Every built-in scenario through every assembly on the command line, as `npm run rehearse` plays them.
const nobody = { show: () => undefined, clear: () => undefined };
playAll({ assemblies: process.argv.slice(2), scenarios: builtInScenarios(), seed: 1 }, nobody).then(
  ({ scenarios }) => console.log(JSON.stringify({ rehearsals: scenarios.length })),
);
