import { StepErrors } from '../../../lambda/status-update/problems';
import { readCheckers } from '../../../lambda/status-update/read-checkers';
import { FakeWorld } from './helpers/fake-world';
import { memoryStore } from './helpers/memory-store';
import { CHECKOUT_DOWN, SEARCH_DOWN } from './helpers/symptoms';

const REPORTS = [{ region: 'eu-west-1', passed: false }];

test('an endpoint that Route 53 says nothing of leaves the others in place', async () => {
  const problems = new StepErrors();
  const ports = {
    ...new FakeWorld().ports(memoryStore()),
    checkers: {
      reports: async (id: string) => {
        if (id === 'check-of-checkout') {
          throw new Error('throttled');
        }
        return REPORTS;
      },
    },
  };
  expect(await readCheckers({ ports, problems }, [CHECKOUT_DOWN, SEARCH_DOWN])).toEqual([
    { label: 'search', reports: REPORTS },
  ]);
  expect([problems.all, problems.warnings.map(({ message }) => message)]).toEqual([
    [],
    ['checkers: throttled'],
  ]);
});
