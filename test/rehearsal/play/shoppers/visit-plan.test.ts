import { USUAL_PATHS } from '../../../../lib/failover/store-paths';
import { seededRandom } from '../../../../lib/rehearsal/kernel/clock/random';
import { thinkMs, VisitPlanner } from '../../../../lib/rehearsal/play/shoppers/visit-plan';
import { builtInScenario } from '../../../../lib/rehearsal/scenario/load-scenario';

const { shoppers } = builtInScenario('origin refuses');
const actsOf = (but: Partial<typeof shoppers>) =>
  new VisitPlanner(USUAL_PATHS, { ...shoppers, ...but }).plan(seededRandom(3)).map(({ act }) => act);

describe('visit', () => {
  test.each([
    [0, 0, []],
    [100, 0, ['cart']],
    [100, 100, ['cart', 'order']],
    [0, 100, []],
  ])(
    'with a cart in %i %% and an order in %i %% of the cases ends with %j',
    (cartPercent, orderPercent, acts) => {
      expect(actsOf({ cartPercent, orderPercent }).filter((act) => act !== 'look')).toEqual(acts);
    },
  );

  test('begins at home and goes on to products, as many as usual', () => {
    const random = seededRandom(1);
    const planner = new VisitPlanner(USUAL_PATHS, { ...shoppers, cartPercent: 0 });
    const visits = Array.from({ length: 2_000 }, () => planner.plan(random));
    expect(visits.every(([first]) => first?.path === '/')).toBe(true);
    const pages = visits.reduce((sum, visit) => sum + visit.length - 1, 0) / visits.length;
    expect(pages).toBeCloseTo(shoppers.pagesPerVisit, 0);
  });

  test('goes where this store has its pages', () => {
    const paths = {
      home: '/fr',
      product: '/p/1',
      cart: '/panier',
      checkout: '/kasa',
      asset: '/assets/a.css',
    };
    const all = { ...shoppers, pagesPerVisit: 1, cartPercent: 100, orderPercent: 100 };
    const planner = new VisitPlanner(paths, all);
    const asked = planner.plan(seededRandom(1)).map(({ method, path }) => `${method} ${path}`);
    expect(asked).toEqual(['GET /fr', 'GET /p/1', 'POST /panier', 'POST /kasa']);
    expect(planner.asset.path).toBe('/assets/a.css');
  });

  test('looks at a page as long as usual', () => {
    const random = seededRandom(1);
    const total = Array.from({ length: 5_000 }, () => thinkMs(shoppers, random)).reduce((a, b) => a + b, 0);
    expect(total / 5_000 / 1000 / shoppers.secondsPerPage).toBeCloseTo(1, 1);
  });
});
