import { RehearsalError } from '../errors';
import type { SynthAnswer, SynthRequest } from './launch';
import { main } from './main';
import type { Synthesize } from './synthesize';

/** Has the app synthesized by the process that started this one. */
const synthesize: Synthesize = (topology) =>
  new Promise((resolve, reject) => {
    const onAnswer = (answer: SynthAnswer) => {
      if (answer.topology !== topology) return;
      process.off('message', onAnswer);
      if (answer.kind === 'synthesized') resolve(answer.directory);
      else reject(new RehearsalError('SYNTH_FAILED', answer.message));
    };
    process.on('message', onAnswer);
    process.send?.({ topology } satisfies SynthRequest);
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
