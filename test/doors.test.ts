import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..');

/** A file that is not there, what it imports, and what the linter says of that. */
type Closed = readonly [file: string, imported: string, because: string];

const CLOSED: readonly Closed[] = [
  ['lambda/status-update/decide.ts', '../../lib/failover/shop-names', 'A function is deployed without lib'],
  [
    'lib/monitoring/x.ts',
    '../../lambda/status-update/ports',
    'lib knows of a function what its contract/ says',
  ],
  [
    'lib/operator/cli/x.ts',
    '../../../lambda/status-update/ports',
    'lib knows of a function what its contract/',
  ],
  ['lib/failover/x.ts', '../rehearsal/index', 'The stack knows nothing of the command and of the rehearsal'],
  ['lib/page/x.ts', '../operator/cli/main', 'The stack knows nothing of the command and of the rehearsal'],
  ['lib/understudy.ts', './rehearsal/index', 'The stack knows nothing of the command and of the rehearsal'],
  ['lib/rehearsal/kernel/x.ts', '../aws/sns/topics', 'The kernel knows nothing of what is built on it'],
  ['lib/rehearsal/aws/sns/x.ts', '../../scenario/fault', 'A service knows the kernel and other services'],
  ['lib/rehearsal/scenario/x.ts', '../play/world/world', 'A scenario is data'],
  ['lib/rehearsal/facts/x.ts', '../play/world/world', 'Facts are read from the template'],
  ['lib/rehearsal/record/x.ts', '../judge/record', 'A record knows nothing of who writes and reads it'],
  ['lib/rehearsal/play/x.ts', '../judge/record', 'A play writes a record'],
  ['lib/rehearsal/play/x.ts', '../../operator/cli/main', 'A play writes a record'],
  ['lib/rehearsal/judge/verdict/x.ts', '../../play/world/world', 'Judges read the record'],
  ['lib/rehearsal/report/x.ts', '../live/start-live', 'Reports read record and verdict'],
];

const OPEN: readonly (readonly [file: string, imported: string])[] = [
  ['lib/monitoring/x.ts', '../../lambda/status-update/contract/symptom'],
  ['lib/rehearsal/aws/sns/x.ts', '../lambda/functions'],
  ['lib/rehearsal/play/x.ts', '../record/tally'],
  ['lib/rehearsal/run/x.ts', '../../operator/cli/main'],
  ['lambda/channels/x.ts', '../status-update/contract/newest'],
];

/** Where one of the rows above lies: no two share a file. */
const placeOf = (file: string, index: number): string => join(dirname(file), `door-${index}.ts`);

describe('the doors between rooms', () => {
  let folder: string;
  let complaints: readonly string[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'understudy-doors-'));
    const { linter, overrides } = JSON.parse(readFileSync(join(ROOT, '.biome.json'), 'utf8'));
    // Plugins lie beside the configuration, and are not needed here.
    const doors = overrides.map((one: object) => ({ ...one, plugins: undefined }));
    writeFileSync(join(folder, '.biome.json'), JSON.stringify({ linter, overrides: doors }));
    for (const [index, [file, imported]] of [...CLOSED, ...OPEN].entries()) {
      const path = join(folder, placeOf(file, index));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `import { x } from '${imported}';\n\nexport const y = x;\n`);
    }
    const biome = join(ROOT, 'node_modules/.bin/biome');
    const args = [
      'lint',
      '--config-path',
      '.biome.json',
      '--only=style/noRestrictedImports',
      '--reporter=github',
      '.',
    ];
    complaints = spawnSync(biome, args, { cwd: folder, encoding: 'utf8' }).stdout.split('\n');
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  const saidOf = (file: string, index: number): string =>
    complaints.filter((line) => line.includes(placeOf(file, index))).join('\n');

  test.each(CLOSED.map((row, index) => [...row, index] as const))(
    'are closed: %s may not import %s',
    (file, _imported, because, index) => {
      expect(saidOf(file, index)).toContain(because);
    },
  );

  test.each(OPEN.map((row, index) => [...row, CLOSED.length + index] as const))(
    'are open: %s may import %s',
    (file, _imported, index) => {
      expect(saidOf(file, index)).toBe('');
    },
  );
});
