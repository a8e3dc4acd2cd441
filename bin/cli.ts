#!/usr/bin/env -S npx tsx
import { main } from '../lib/cli/main';
import { quietSdk } from '../lib/cli/quiet-sdk';
import { terminal } from '../lib/cli/terminal';

quietSdk(process.env);
main(process.argv.slice(2), terminal(process)).then((code) => {
  process.exitCode = code;
});
