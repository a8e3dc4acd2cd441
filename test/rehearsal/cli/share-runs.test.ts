import { availableParallelism } from 'node:os';
import { processesFor } from '../../../lib/rehearsal/cli/share-runs';

describe('processes that share runs', () => {
  test.each([
    ['no run', 0, 1],
    ['one run', 1, 1],
    ['as many runs as one process plays', 4, 1],
    ['one more than that', 5, Math.min(2, availableParallelism())],
    ['very many', 10_000, availableParallelism()],
  ])('for %s', (_, runs, expected) => {
    expect(processesFor(runs)).toBe(expected);
  });
});
