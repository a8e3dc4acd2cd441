import { join } from 'node:path';
import type { CliContext } from '../../lib/cli/subcommand';
import { verify } from '../../lib/cli/verify';
import type { Resources } from '../../lib/verify/update/resources';
import type { UpdateInspector } from '../../lib/verify/update/update-inspector';

const FIXTURES = join(__dirname, '../fixtures');
/** One distribution called `Edge` in a stack called `Shop`. */
const APP = join(FIXTURES, 'missing-asset');

const run = async (deployed: Resources | undefined, ...args: string[]) => {
  const printed: string[] = [];
  const asked: string[] = [];
  const inspector: UpdateInspector = {
    resources: async (name) => {
      asked.push(name);
      return deployed;
    },
    recordsFrom: async () => [],
    hasApiDomainName: async () => false,
  };
  const context = { updateInspector: () => inspector, print: (text: string) => void printed.push(text) };
  return {
    code: await verify.run(args, context as unknown as CliContext),
    output: printed.join('\n'),
    asked,
  };
};

describe('understudy verify --app', () => {
  test('succeeds when nothing is in the way of a deployment', async () => {
    const { code, output, asked } = await run(undefined, '--app', APP, '--stack', 'Shop');
    expect(output).toMatch(/^ok {5}update +is the first deployment$/m);
    expect(output).toMatch(/Nothing is in the way of this deployment\.$/);
    expect({ code, asked }).toEqual({ code: 0, asked: ['Shop'] });
  });

  test('fails when AWS would refuse the update', async () => {
    const Old = {
      Type: 'AWS::CloudFront::Distribution',
      Properties: { DistributionConfig: { Aliases: ['shop.example.com'] } },
    };
    const { code, output } = await run({ Old }, '--app', APP, '--stack', 'Shop');
    expect(output).toContain(
      "WRONG  distribution name shop.example.com  can't move to Edge while Old has it",
    );
    expect(output).toMatch(/1 of \d+ are wrong\.$/);
    expect(code).toBe(1);
  });

  test('fails with a stack that the assembly lacks', async () => {
    await expect(run(undefined, '--app', APP)).rejects.toThrow(
      '--stack: must be a stack of the assembly, got "Understudy"; there are Shop',
    );
  });

  test('says that it could not look where there is no assembly', async () => {
    const { code, output } = await run(undefined, '--app', FIXTURES);
    expect(output).toContain('--app: no cloud assembly there');
    expect(code).toBe(2);
  });
});
