import { deployCheck } from './deploy-check';

deployCheck({
  say: (line) => process.stdout.write(`${line}\n`),
  now: () => performance.now(),
}).then((code) => {
  process.exitCode = code;
});
