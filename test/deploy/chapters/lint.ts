import { dirname, join } from 'node:path';
import { run } from '../machine/run';
import { STACK } from '../stack/assembly';
import type { Step } from '../steps';
import type { World } from '../world';

/** What AWS's own schemas say of templates, by cfn-lint. Warnings and advice are no mistakes. */
export const lintStep = (assemblies: readonly string[], { python, env }: World): Step => ({
  title: 'cfn-lint finds no error',
  standsAlone: true,
  run: async () => {
    const templates = assemblies.map((assembly) => join(assembly, `${STACK}.template.json`));
    const { code, stdout, stderr } = await run(
      join(dirname(python), 'cfn-lint'),
      ['--non-zero-exit-code', 'error', '--format', 'parseable', '--', ...templates],
      { env, timeoutSeconds: 240 },
    );
    const errors = stdout.split('\n').filter((line) => /:E\d{4}:/.test(line));
    if (code !== 0 || errors.length > 0) {
      throw new Error([...errors, stderr].join('\n'));
    }
    return `${templates.length} templates`;
  },
});
