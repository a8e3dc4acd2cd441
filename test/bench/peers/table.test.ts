import { PEER_NAMES } from './peers';
import { commonScenarios, type Score } from './scores';
import { LEGEND, peerTable } from './table';

const aScore = (but: Partial<Score> = {}): Score => ({
  scenario: 'hangs',
  contestant: 'error page',
  longestWaitMs: 90_145,
  servedPercent: 50,
  rawErrors: 12_345,
  alertMs: 85_138,
  ...but,
});

describe('table of peers', () => {
  test('shows four figures of a scenario below each other', () => {
    expect(peerTable([aScore(), aScore({ contestant: 'Route 53', servedPercent: 100, alertMs: null })])).toBe(
      [
        '                      error    Route',
        '                       page       53',
        'hangs  longest wait  90.1 s   90.1 s',
        '       served        50.0 %  100.0 %',
        '       raw errors     12345    12345',
        '       told after    85.1 s    never',
      ].join('\n'),
    );
  });

  const contestants = ['Understudy edge', 'Understudy dns', ...PEER_NAMES];
  const scenarios = commonScenarios().map(({ name }) => name);
  const lines = peerTable(
    scenarios.flatMap((scenario) =>
      contestants.map((contestant) => aScore({ scenario, contestant, servedPercent: 100 })),
    ),
  ).split('\n');

  test('has a column for every peer and four lines for every scenario', () => {
    const [first = '', second = ''] = lines;
    const headings = [first, second].map((line) => line.trim().split(/ {2,}/));
    expect(headings[0]?.map((word, index) => `${word} ${headings[1]?.[index]}`)).toEqual(contestants);
    // A long name goes on below itself.
    const names = lines.slice(2).map((line) => line.slice(0, 26).trim());
    expect(names.filter((name) => name !== '').join(' ')).toBe(scenarios.join(' '));
    expect(lines).toHaveLength(2 + 4 * scenarios.length);
  });

  test('is at most 100 columns wide, with its legend', () => {
    expect(Math.max(...[...lines, ...LEGEND.split('\n')].map(({ length }) => length))).toBeLessThanOrEqual(
      100,
    );
  });
});
