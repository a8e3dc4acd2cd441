import { join } from 'node:path';
import type { Resources } from '../../../lib/operator/verify/update/resources';
import type { UpdateInspector } from '../../../lib/operator/verify/update/update-inspector';
import { runWith } from './helpers/run-with';

const FIXTURES = join(__dirname, '../../fixtures');
/** One distribution called `Edge` in a stack called `Shop`. */
const APP = join(FIXTURES, 'missing-asset');

async function run(deployed: Resources | undefined, ...args: string[]) {
  const asked: string[] = [];
  const inspector: UpdateInspector = {
    resources: async (name) => {
      asked.push(name);
      return deployed;
    },
    recordsFrom: async () => [],
    hasApiDomainName: async () => false,
  };
  return { ...(await runWith({ updateInspector: inspector }, 'verify', ...args)), asked };
}

describe('understudy verify --app', () => {
  test('succeeds when nothing is in the way of a deployment', async () => {
    const { code, out: output, asked } = await run(undefined, '--app', APP, '--stack', 'Shop');
    expect(output).toMatch(/^ok {5}update +is the first deployment$/m);
    expect(output).toMatch(/Nothing is in the way of this deployment\.$/);
    expect({ code, asked }).toEqual({ code: 0, asked: ['Shop'] });
  });

  test('fails when AWS would refuse the update', async () => {
    const Old = {
      Type: 'AWS::CloudFront::Distribution',
      Properties: { DistributionConfig: { Aliases: ['shop.example.com'] } },
    };
    const { code, out: output } = await run({ Old }, '--app', APP, '--stack', 'Shop');
    expect(output).toContain(
      "WRONG  distribution name shop.example.com  can't move to Edge while Old has it",
    );
    expect(output).toMatch(/1 of \d+ are wrong\.$/);
    expect(code).toBe(1);
  });

  test('fails with a stack that the assembly lacks', async () => {
    const { code, err } = await run(undefined, '--app', APP);
    expect(err).toBe('--stack: must be a stack of the assembly, got "Understudy"; there are Shop');
    expect(code).toBe(2);
  });

  test('says that it could not look where there is no assembly', async () => {
    const { code, err } = await run(undefined, '--app', FIXTURES);
    expect(err).toContain('--app: no cloud assembly there');
    expect(code).toBe(2);
  });
});
