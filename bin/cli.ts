#!/usr/bin/env -S npx tsx
import { main } from '../lib/operator/cli/main';
import { quietSdk } from '../lib/operator/cli/quiet-sdk';
import { terminal } from '../lib/operator/cli/terminal';

quietSdk(process.env);
main(process.argv.slice(2), terminal(process)).then((code) => {
  process.exitCode = code;
});
