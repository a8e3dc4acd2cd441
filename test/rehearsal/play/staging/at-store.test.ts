import { USUAL_PATHS } from '../../../../lib/failover/store-paths';
import { atStore } from '../../../../lib/rehearsal/play/staging/at-store';
import { parseScenario } from '../../../../lib/rehearsal/scenario/parse-scenario';

const paths = { ...USUAL_PATHS, checkout: '/kasa', cart: '/panier' };
const scenarioWith = (named: string) =>
  parseScenario(
    `
name: x
hypothesis: x
likelihood: 1
impact: 1
owner: x
faults: [{ kind: errors, paths: [${named}], fromSeconds: 0, toSeconds: 60 }]
endSeconds: 60
`,
    'x.yaml',
  );

describe('a scenario at a store', () => {
  test.each([
    ['checkout', ['/kasa']],
    ['cart, checkout', ['/panier', '/kasa']],
    ['/checkout', ['/checkout']],
    ['/constructor', ['/constructor']],
  ])('breaks %s where that store has it', (named, expected) => {
    expect(atStore(scenarioWith(named), paths).faults).toMatchObject([{ paths: expected }]);
  });

  test('leaves faults alone that name no paths', () => {
    const scenario = {
      ...scenarioWith('/a'),
      faults: [{ kind: 'refuses', fromSeconds: 0, toSeconds: 1, text: '' }],
    };
    expect(atStore(scenario as never, paths).faults).toEqual(scenario.faults);
  });

  test('breaks no page that the store does not have', () => {
    const { paymentReturn: _, ...others } = paths;
    expect(atStore(scenarioWith('paymentReturn'), others).faults).toEqual([]);
    expect(atStore(scenarioWith('paymentReturn, cart'), others).faults).toMatchObject([
      { paths: ['/panier'] },
    ]);
  });

  test('fails for a page that no store has', () => {
    expect(() => scenarioWith('till')).toThrow(
      'faults[0].paths[0]: must begin with a slash, or be one of home, product, cart, checkout, paymentReturn, asset, got "till"',
    );
  });
});
