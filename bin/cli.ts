#!/usr/bin/env -S npx tsx
import { main } from '../lib/cli/main';
import { terminal } from '../lib/cli/terminal';

main(process.argv.slice(2), terminal(process)).then((code) => {
  process.exitCode = code;
});
