import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { engines, scripts } from '../../package.json';

const ROOT = join(__dirname, '../..');
const FOLDER = join(ROOT, '.github/workflows');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly strategy?: { readonly matrix: { readonly node: readonly string[] } };
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly name: string;
  readonly on: unknown;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const read = (file: string): Workflow => parse(readFileSync(join(FOLDER, file), 'utf8'));
const WORKFLOWS = readdirSync(FOLDER).map((file) => ({ file, workflow: read(file) }));
const STEPS = WORKFLOWS.flatMap(({ file, workflow }) =>
  Object.values(workflow.jobs).flatMap(({ steps }) => steps.map((step) => ({ file, step }))),
);
const commands = (file: string) =>
  STEPS.filter((one) => one.file === file).flatMap(({ step }) => step.run ?? []);

/** Scripts that npm runs in a command line, `npm test` among them. */
const npmScripts = (line: string): readonly string[] =>
  [...line.matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(test)\b)/g)].map(
    ([, script, test]) => script ?? test ?? '',
  );

describe('workflows', () => {
  test('are a fast lane, the whole truth and a release', () => {
    expect(WORKFLOWS.map(({ file }) => file).sort()).toEqual(['fast.yml', 'release.yml', 'whole.yml']);
  });

  test('call scripts that there are', () => {
    const called = STEPS.flatMap(({ step }) => npmScripts(step.run ?? ''));
    expect(called.length).toBeGreaterThan(4);
    expect(called.filter((script) => !Object.keys(scripts).includes(script))).toEqual([]);
  });

  test('call npm and GitHub, and nothing that these scripts do not know', () => {
    const others = STEPS.flatMap(({ step }) => step.run ?? []).filter(
      (run) => !/^(npm (ci|test|pack|run)\b|gh )/.test(run),
    );
    expect(others).toEqual([]);
  });

  test('use the actions of GitHub only', () => {
    const used = STEPS.flatMap(({ step }) => step.uses ?? []);
    expect(used.filter((uses) => !/^actions\/[\w-]+@v\d+$/.test(uses))).toEqual([]);
  });

  test.each(WORKFLOWS)('give each job no more than it needs, and an end: $file', ({ workflow }) => {
    expect(workflow.permissions).toEqual({});
    for (const { permissions, steps, ...job } of Object.values(workflow.jobs)) {
      const writes = steps.some(({ run }) => run?.startsWith('gh release'));
      expect(permissions).toEqual({ contents: writes ? 'write' : 'read' });
      // A token that writes is in the hands of no code but GitHub's.
      expect(writes && steps.some(({ run }) => /\b(npm|npx|node)\b/.test(run ?? ''))).toBe(false);
      expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
    }
  });

  test('leave no token in a checkout', () => {
    const checkouts = STEPS.filter(({ step }) => step.uses?.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThan(2);
    expect(checkouts.filter(({ step }) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  test('let no branch, tag or title become part of a script', () => {
    expect(STEPS.filter(({ step }) => step.run?.includes('${{'))).toEqual([]);
  });
});

describe('fast lane', () => {
  test('runs on each push', () => {
    expect(read('fast.yml').on).toBe('push');
    expect(commands('fast.yml')).toEqual(['npm ci', 'npm run lint', 'npm run test:fast']);
  });
});

describe('whole truth', () => {
  test('runs on each merge and each pull request', () => {
    expect(read('whole.yml').on).toMatchObject({ push: { branches: ['main'] }, pull_request: null });
    expect(commands('whole.yml')).toContain('npm test');
  });

  test('runs on the lowest Node.js that the package promises, and on two later lines', () => {
    const nodes = read('whole.yml').jobs['whole']?.strategy?.matrix.node ?? [];
    expect(nodes).toEqual([engines.node.replace('>=', ''), '22', '24']);
  });
});

describe('release', () => {
  test('is made of a tag, of the package that was tested, with its notes', () => {
    expect(read('release.yml').on).toEqual({ push: { tags: ['v*'] } });
    const lines = commands('release.yml');
    expect(lines.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      ...['npm ci', 'npm run', 'npm test', 'npm pack'],
      'gh release',
    ]);
    expect(lines.join('\n')).not.toMatch(/npm publish/);
  });
});

describe('files beside the workflows', () => {
  test('name a Node.js that the workflows test', () => {
    const nodes = read('whole.yml').jobs['whole']?.strategy?.matrix.node;
    expect(nodes).toContain(readFileSync(join(ROOT, '.nvmrc'), 'utf8').trim());
  });

  test('have updates proposed for packages and for actions, some days old', () => {
    const { updates } = parse(readFileSync(join(ROOT, '.github/dependabot.yml'), 'utf8'));
    expect(updates.map((one: Record<string, unknown>) => one['package-ecosystem'])).toEqual([
      'npm',
      'github-actions',
    ]);
    for (const { cooldown } of updates) {
      expect(cooldown['default-days']).toBeGreaterThanOrEqual(7);
    }
  });
});
