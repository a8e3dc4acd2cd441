import { RehearsalError, type RehearsalErrorCode } from '../errors';
import type { Report } from '../report/report-schema';
import { type AssemblyProgramme, playAssembly } from './play-assembly';

/** What the process tells its parent. */
export type PlayMessage =
  | { readonly kind: 'plays'; readonly scenario: string }
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'stopped'; readonly code: RehearsalErrorCode; readonly message: string };

/** The program of a process that plays one assembly, so that several use several cores. It ends with its parent. */
async function run(programme: AssemblyProgramme): Promise<void> {
  process.on('disconnect', () => process.exit());
  try {
    const report = await playAssembly(programme, (scenario) => tell({ kind: 'plays', scenario }));
    tell({ kind: 'report', report });
  } catch (error) {
    if (!(error instanceof RehearsalError)) throw error;
    tell({ kind: 'stopped', code: error.code, message: error.message });
  }
}

const tell = (message: PlayMessage): void => {
  process.send?.(message);
};

process.once('message', (programme: AssemblyProgramme) => run(programme));
