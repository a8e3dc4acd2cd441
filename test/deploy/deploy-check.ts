import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { topologyChapter } from './chapters/topology';
import { GAPS, type Gap } from './compare/gaps';
import { cdk } from './machine/cdk';
import { understudy } from './machine/command';
import { startEmulator } from './machine/emulator';
import { installPython } from './machine/python';
import { services } from './stack/services';
import { type Step, type StepWorld, type Totals, takeSteps } from './steps';
import type { World } from './world';

const FOLDER = join(__dirname, '../../.understudy/deploy');

/**
 * Deploys the stack on an emulator of AWS with the real CDK CLI and looks at what came of it. It proves wiring: that the
 * template is taken, that each property arrives where it should, that functions reach what they need. How AWS itself
 * behaves, only AWS can show.
 * @returns the exit code: 0 also where it had to be skipped, because Python or its registry is missing
 */
export async function deployCheck(world: StepWorld): Promise<number> {
  mkdirSync(FOLDER, { recursive: true });
  const python = await installPython(FOLDER);
  if (python.kind === 'missing') {
    world.say(`deploy check: skipped, because ${python.because}`);
    return 0;
  }
  const gaps = new Set<Gap>();
  const totals = [
    await chapter((deployment) => topologyChapter('edge', gaps, deployment), python.path, world),
    await chapter((deployment) => topologyChapter('dns', gaps, deployment), python.path, world),
    await takeSteps([everyGapIsOne(gaps)], world),
  ];
  const passed = totals.reduce((sum, one) => sum + one.passed, 0);
  const failed = totals.reduce((sum, one) => sum + one.failed, 0);
  world.say(`deploy check: ${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Takes the steps of a chapter in an account of its own. */
async function chapter(
  steps: (world: World) => readonly Step[],
  python: string,
  world: StepWorld,
): Promise<Totals> {
  const folder = mkdtempSync(join(FOLDER, 'run-'));
  const emulator = await startEmulator(python, join(FOLDER, 'emulator.log'));
  try {
    return await takeSteps(steps(worldOf(emulator.env, { folder, python })), world);
  } finally {
    await emulator.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const worldOf = (env: NodeJS.ProcessEnv, place: Pick<World, 'folder' | 'python'>): World => ({
  ...place,
  aws: services(env),
  cdk: cdk(env),
  env,
  understudy: understudy(env),
});

/** So that the list of what is not compared stays as short as it can be. */
const everyGapIsOne = (found: ReadonlySet<Gap>): Step => ({
  title: 'every gap of the emulator is still one',
  run: async () => {
    const closed = GAPS.filter((gap) => !found.has(gap));
    if (closed.length > 0) {
      const names = closed.map(({ type, path }) => `${type} ${path}`).join('\n');
      throw new Error(
        `take them out of test/deploy/compare/gaps.ts, or the properties are not deployed:\n${names}`,
      );
    }
    return `${GAPS.length} gaps`;
  },
});
