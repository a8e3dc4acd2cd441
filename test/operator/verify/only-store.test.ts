import { CliError } from '../../../lib/command-line/cli-error';
import type { DeployedStack } from '../../../lib/operator/verify/inspector';
import { onlyStore, storesIn } from '../../../lib/operator/verify/only-store';

const resources = ['ShopTopic1A', 'ShopOutletTopic2B', 'Queue3C'].map((logicalId) => ({
  logicalId,
  type: 'AWS::SNS::Topic',
  properties: {},
}));
const TWO: DeployedStack = {
  resources,
  outputs: {
    ShopOutageAlarmName1A2B: 'shop.example.com-outage',
    ShopDashboardUrl1A2B: 'https://a.example.com',
    ShopOutletOutageAlarmName3C4D: 'outlet.example.com-outage',
    Other: 'x',
  },
};
const ONE = { ...TWO, outputs: { ShopOutageAlarmName1A2B: 'shop.example.com-outage' } };
const NONE = { ...TWO, outputs: {} };

const idsOf = (stack: DeployedStack) => stack.resources.map(({ logicalId }) => logicalId);

describe('one store of a deployed stack', () => {
  test.each([
    [
      'shop.example.com',
      ['ShopTopic1A', 'Queue3C'],
      ['ShopOutageAlarmName1A2B', 'ShopDashboardUrl1A2B', 'Other'],
    ],
    ['outlet.example.com', ['ShopOutletTopic2B', 'Queue3C'], ['ShopOutletOutageAlarmName3C4D', 'Other']],
  ])("has what is its own, and what is nobody's: %s", (name, ids, outputs) => {
    const store = onlyStore(TWO, name);
    expect(idsOf(store)).toEqual(ids);
    expect(Object.keys(store.outputs)).toEqual(outputs);
    expect(storesIn(store.outputs)).toHaveLength(1);
  });

  test.each([
    ['the only one', ONE, undefined],
    ['the only one, by its name', ONE, 'shop.example.com'],
    ["a stack of somebody else's", NONE, undefined],
  ])('is all there is: %s', (_what, stack, name) => {
    expect(onlyStore(stack, name)).toEqual(stack);
  });

  test.each([
    [
      TWO,
      undefined,
      'must be one of shop.example.com, outlet.example.com, got nothing; a command is for one store',
    ],
    [
      TWO,
      'shop',
      'must be one of shop.example.com, outlet.example.com, got "shop"; a command is for one store',
    ],
    [ONE, 'shop', 'must be one of shop.example.com, got "shop"; a command is for one store'],
    [NONE, 'shop', 'the stack has no store of Understudy\'s, got "shop"; name another stack with --stack'],
  ])('fails when nobody can tell which is meant', (stack, name, problem) => {
    expect(() => onlyStore(stack, name)).toThrow(new CliError(`--store: ${problem}`));
  });
});
