import { seededRandom } from '../../../lib/rehearsal/clock/random';
import { builtInScenario } from '../../../lib/rehearsal/scenario/load-scenario';
import { planVisit, thinkMs } from '../../../lib/rehearsal/shoppers/visit-plan';

const { shoppers } = builtInScenario('origin refuses');
const actsOf = (but: Partial<typeof shoppers>) =>
  planVisit({ ...shoppers, ...but }, seededRandom(3)).map(({ act }) => act);

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
    const visits = Array.from({ length: 2_000 }, () => planVisit({ ...shoppers, cartPercent: 0 }, random));
    expect(visits.every(([first]) => first?.path === '/')).toBe(true);
    const pages = visits.reduce((sum, visit) => sum + visit.length - 1, 0) / visits.length;
    expect(pages).toBeCloseTo(shoppers.pagesPerVisit, 0);
  });

  test('looks at a page as long as usual', () => {
    const random = seededRandom(1);
    const total = Array.from({ length: 5_000 }, () => thinkMs(shoppers, random)).reduce((a, b) => a + b, 0);
    expect(total / 5_000 / 1000 / shoppers.secondsPerPage).toBeCloseTo(1, 1);
  });
});
