import { quietSdk } from '../../lib/operator/cli/quiet-sdk';
import { deployCheck } from './deploy-check';

quietSdk(process.env);
deployCheck(process.argv.slice(2), {
  say: (line) => process.stdout.write(`${line}\n`),
  now: () => performance.now(),
}).then((code) => {
  process.exitCode = code;
});
