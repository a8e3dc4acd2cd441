import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

const FILE = join(__dirname, '../../.github/examples/rehearse.yml');

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly run?: string;
}
interface Job {
  readonly if?: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: unknown;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<'rehearse' | 'comment', Job>>;
}

const text = readFileSync(FILE, 'utf8');
const workflow: Workflow = parse(text);
const { rehearse, comment } = workflow.jobs;
const steps = [...rehearse.steps, ...comment.steps];
const used = ({ steps: ofJob }: Job) => ofJob.flatMap(({ uses = [] }) => uses);
const scripts = (ofJob: Pick<Job, 'steps'>) => ofJob.steps.flatMap(({ run = [] }) => run);

describe('example of a workflow that rehearses pull requests', () => {
  test('runs the code of a pull request without secrets: only on pull_request, with a token that reads', () => {
    expect(workflow.on).toBe('pull_request');
    expect(workflow.permissions).toEqual({});
    expect(rehearse.permissions).toEqual({ contents: 'read' });
    expect(text.replaceAll(/^ *#.*$/gm, '')).not.toMatch(/secrets|pull_request_target|workflow_run/);
  });

  test('leaves no token in the checkout', () => {
    const checkout = rehearse.steps.find(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkout?.with?.['persist-credentials']).toBe(false);
  });

  test('comments on branches of the repository itself only, in a job that runs none of their code', () => {
    expect(comment.if).toContain('github.event.pull_request.head.repo.full_name == github.repository');
    expect(comment.permissions).toEqual({ 'pull-requests': 'write' });
    expect(used(comment)).toEqual([expect.stringMatching(/^actions\/download-artifact@/)]);
    expect(scripts(comment).join()).not.toMatch(/\b(npm|npx|node|git)\b/);
  });

  test('lets no title, branch or comment become part of a script', () => {
    expect(scripts({ steps }).filter((script) => script.includes('${{'))).toEqual([]);
  });

  test('uses the actions of GitHub only', () => {
    expect(
      steps.flatMap(({ uses = [] }) => uses).filter((uses) => !/^actions\/[\w-]+@v\d+$/.test(uses)),
    ).toEqual([]);
  });

  test('shows the report of a rehearsal that failed, too', () => {
    const index = rehearse.steps.findIndex(({ run }) =>
      run?.startsWith('npx --no understudy rehearse --out rehearsal'),
    );
    expect(index).toBeGreaterThan(0);
    const later = rehearse.steps.slice(index + 1);
    expect(later.map((step) => step.if)).toEqual(later.map(() => expect.stringContaining('!cancelled()')));
    expect(comment.if).toContain('!cancelled()');
  });
});

describe('its scripts', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'understudy-workflow-'));
    mkdirSync(join(folder, 'rehearsal'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const put = (file: string, content: string) => writeFileSync(join(folder, file), content);
  const read = (file: string) =>
    existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : undefined;

  /** As GitHub runs them: bash that ends at the first error. @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell */
  const runScript = (script: string, env: Readonly<Record<string, string>>) =>
    execFileSync('bash', ['--norc', '-e', '-c', script], {
      cwd: folder,
      env: { PATH: `${folder}:${process.env['PATH']}`, ...env },
    });

  const show = rehearse.steps.find(({ id }) => id === 'summary')?.run ?? '';
  const SUMMARY = { GITHUB_STEP_SUMMARY: 'summary.md', GITHUB_OUTPUT: 'output' };

  test('put the report into the summary', () => {
    put('rehearsal/report.md', '## Rehearsed\n');
    runScript(show, SUMMARY);
    expect([read('summary.md'), read('output')]).toEqual(['## Rehearsed\n', 'reported=true\n']);
  });

  test('show nothing where nothing could be rehearsed', () => {
    runScript(show, SUMMARY);
    expect([read('summary.md'), read('output')]).toEqual([undefined, undefined]);
  });

  const [say = ''] = scripts(comment);
  const PULL_REQUEST = { GH_REPO: 'shop/infra', PULL_REQUEST: '7' };

  /** A `gh` that writes down how it was called, and lists these comments. */
  const aGh = (listed: string) => {
    put('gh', `#!/bin/sh\necho "$@" >> calls\ncase "$*" in *--paginate*) printf '${listed}';; esac\n`);
    chmodSync(join(folder, 'gh'), 0o755);
  };
  const calls = () => (read('calls') ?? '').trim().split('\n').slice(1);

  test('comment on a pull request that has no report yet', () => {
    put('rehearsal/report.md', '## Rehearsed\n');
    aGh('');
    runScript(say, PULL_REQUEST);
    expect(calls()).toEqual(['pr comment 7 --body-file comment.md']);
    expect(read('comment.md')).toBe('<!-- understudy rehearse -->\n## Rehearsed\n');
  });

  test('bring the report of an earlier push up to date, and never the comment of another workflow', () => {
    put('rehearsal/report.md', '## Rehearsed\n');
    aGh('41\\n42\\n');
    runScript(say, PULL_REQUEST);
    expect(calls()).toEqual([
      'api --silent --method PATCH repos/shop/infra/issues/comments/41 --field body=@comment.md',
    ]);
    const [list] = (read('calls') ?? '').split('\n');
    expect(list).toContain('repos/shop/infra/issues/7/comments');
    expect(list).toContain('github-actions[bot]');
    expect(list).toContain('startswith("<!-- understudy rehearse -->")');
  });
});
