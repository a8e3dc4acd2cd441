import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { topologyChapter } from './chapters/topology';
import { updatesChapter } from './chapters/updates';
import { GAPS, type Gap } from './compare/gaps';
import { cdk } from './machine/cdk';
import { understudy } from './machine/command';
import { type Emulator, startEmulator } from './machine/emulator';
import { installPython } from './machine/python';
import { services } from './stack/services';
import { type Step, type StepWorld, type Totals, takeSteps } from './steps';
import type { World } from './world';

/** Each in an account of its own. */
const CHAPTERS = {
  edge: (world: World, gaps: Set<Gap>) => topologyChapter('edge', gaps, world),
  dns: (world: World, gaps: Set<Gap>) => topologyChapter('dns', gaps, world),
  updates: (world: World) => updatesChapter(world),
};
type ChapterName = keyof typeof CHAPTERS;

const FOLDER = join(__dirname, '../../.understudy/deploy');

/**
 * Deploys the stack on an emulator of AWS with the real CDK CLI and looks at what came of it. It proves wiring: that the
 * template is taken, that each property arrives where it should, that functions reach what they need. How AWS itself
 * behaves, only AWS can show.
 * @param chosen names of chapters. @default - all, and whether every gap is still one
 * @returns the exit code: 0 also where it had to be skipped, because Python or its registry is missing
 */
export async function deployCheck(chosen: readonly string[], world: StepWorld): Promise<number> {
  mkdirSync(FOLDER, { recursive: true });
  const python = await installPython(FOLDER);
  if (python.kind === 'missing') {
    world.say(`deploy check: skipped, because ${python.because}`);
    return 0;
  }
  const gaps = new Set<Gap>();
  const totals: Totals[] = [];
  for (const name of requireChapters(chosen)) {
    totals.push(await chapter(name, { python: python.path, gaps, world }));
  }
  if (chosen.length === 0) {
    totals.push(await takeSteps([everyGapIsOne(gaps)], world));
  }
  const passed = totals.reduce((sum, one) => sum + one.passed, 0);
  const failed = totals.reduce((sum, one) => sum + one.failed, 0);
  world.say(`deploy check: ${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** @throws Error naming the chapters there are */
function requireChapters(chosen: readonly string[]): readonly ChapterName[] {
  const names = Object.keys(CHAPTERS) as ChapterName[];
  const unknown = chosen.find((name) => !names.includes(name as ChapterName));
  if (unknown !== undefined) {
    throw new Error(
      `chapter: must be ${names.join(' or ')}, got ${JSON.stringify(unknown)}; leave it out for all`,
    );
  }
  return chosen.length === 0 ? names : (chosen as ChapterName[]);
}

/** Takes the steps of a chapter in an account of its own. */
async function chapter(
  name: ChapterName,
  { python, gaps, world }: { python: string; gaps: Set<Gap>; world: StepWorld },
): Promise<Totals> {
  const folder = mkdtempSync(join(FOLDER, 'run-'));
  const log = join(FOLDER, `emulator-${name}.log`);
  const emulators: Emulator[] = [];
  try {
    const starts: Step = {
      title: `${name}: the emulator starts`,
      run: async () => {
        emulators.push(await startEmulator(python, log));
        return undefined;
      },
    };
    const { passed, failed } = await takeSteps([starts], world);
    const steps = emulators.flatMap(({ env }) => CHAPTERS[name](worldOf(env, { folder, python }), gaps));
    const rest = await takeSteps(steps, world);
    return { passed: passed + rest.passed, failed: failed + rest.failed };
  } finally {
    await Promise.all(emulators.map((emulator) => emulator.stop()));
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
