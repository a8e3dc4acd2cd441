#!/usr/bin/env -S npx tsx
import { launch } from '../lib/rehearsal/cli/launch';

launch(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
