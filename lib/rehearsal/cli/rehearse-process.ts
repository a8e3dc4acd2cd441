import { RehearsalError } from '../kernel/errors';
import type { SynthAnswer, SynthRequest } from './launch';
import { main } from './main';
import type { Synthesize } from './synthesize';

/** Has the app synthesized by the process that started this one. */
const synthesize: Synthesize = (topologies) =>
  new Promise((resolve, reject) => {
    process.once('message', (answer: SynthAnswer) => {
      if (answer.kind === 'synthesized') {
        resolve(answer.directories);
      } else {
        reject(new RehearsalError('SYNTH_FAILED', answer.message));
      }
    });
    process.send?.({ topologies } satisfies SynthRequest);
  });

const { stdout, stderr, stdin } = process;
const orphaned = (): never => process.exit();

// The program of the process that plays: it ends with the one that started it.
process.on('disconnect', orphaned);
main(process.argv.slice(2), { stdout, stderr, stdin }, synthesize).then((code) => {
  process.exitCode = code;
  process.off('disconnect', orphaned);
  process.disconnect();
});
