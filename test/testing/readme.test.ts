import { transformSync } from '@swc/core';
import { App, Stack } from 'aws-cdk-lib';
import { Understudy } from '../../lib';
import * as entry from '../../lib/testing';
import { describeRehearsal } from '../../lib/testing/describe-rehearsal';
import { exampleAssembly } from '../helpers/example-assembly';
import { APP_CONTEXT, storeProps } from '../helpers/store-props';
import { blocksOf } from '../readme/papers';

/** What snippets import, but for CDK. */
const MODULES: Readonly<Record<string, unknown>> = {
  understudy: require('../../lib'),
  'understudy/testing': {
    ...entry,
    // A reader has synthesized into cdk.out.
    openWorld: async (_: string) => entry.openWorld(await exampleAssembly('edge')),
    rehearse: async (app: entry.AppOrAssembly, options: entry.RehearseOptions) =>
      entry.rehearse(app === 'cdk.out' ? await exampleAssembly('edge') : app, options),
  },
  'node:test': { test },
};

/** Runs a snippet, which declares its tests in this file. */
function run(text: string): void {
  const { code } = transformSync(text, {
    jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  const load = (name: string) => MODULES[name] ?? require(name);
  new Function('require', 'exports', 'store', code)(load, {}, storeProps());
}

describe('snippets of the README on testing do what they say:', () => {
  for (const { language, text } of blocksOf('lib/testing/README.md')) {
    if (language === 'ts') {
      run(text);
    }
  }

  test('what a failure says is what it says', async () => {
    const app = new App({ context: APP_CONTEXT });
    const props = storeProps({ budgets: { detectSeconds: 20 } });
    new Understudy(new Stack(app, 'Shop', { env: { region: 'us-east-1' } }), 'Understudy', props);
    const rehearsal = await entry.rehearse(app, { scenarios: ['origin refuses', '15-second blip'] });
    const said = describeRehearsal(rehearsal).replace(rehearsal.assembly, 'cdk.out');
    const [quoted] = blocksOf('lib/testing/README.md').filter(({ language }) => language === '');
    expect(quoted?.text).toBe(`${said}\n`);
  });

  test('all three were run', () => {
    expect(blocksOf('lib/testing/README.md').filter(({ language }) => language === 'ts')).toHaveLength(3);
  });
});
