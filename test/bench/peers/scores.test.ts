import { commonScenarios } from './scores';

describe('scenarios that all peers play', () => {
  const names = commonScenarios().map(({ name }) => name);

  test.each(['origin refuses', 'hangs', 'brown-out', 'launch spike'])('include %s', (name) => {
    expect(names).toContain(name);
  });

  test.each([
    ['a part breaks that only some have', 'status function broken'],
    ['a message channel breaks', 'endpoints down'],
    ['only some can fail that way', 'origin DNS fails'],
    ['only some are checked from there', 'some checkers wrong'],
  ])('leave out those in which %s', (_why, name) => {
    expect(names).not.toContain(name);
  });
});
