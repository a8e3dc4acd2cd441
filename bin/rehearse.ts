#!/usr/bin/env -S npx tsx
import { main } from '../lib/rehearsal/cli/main';

main(process.argv.slice(2), { stdout: process.stdout, stderr: process.stderr, stdin: process.stdin }).then(
  (code) => {
    process.exitCode = code;
  },
);
