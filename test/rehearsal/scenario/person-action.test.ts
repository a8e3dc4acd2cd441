import { RehearsalError } from '../../../lib/rehearsal/kernel/errors';
import { parseScenario } from '../../../lib/rehearsal/scenario/parse-scenario';
import { commandLine } from '../../../lib/rehearsal/scenario/person-action';

const NOW = Date.parse('2026-11-27T09:06:00Z');

const scenarioWith = (action: string) =>
  [
    'name: mine',
    'hypothesis: it holds',
    'likelihood: 3',
    'impact: 2',
    'owner: us',
    'faults: [{ kind: refuses, fromSeconds: 0, toSeconds: 60 }]',
    'people:',
    `  - { ${action} }`,
    'endSeconds: 120',
  ].join('\n');

function lineOf(action: string): readonly string[] {
  const [parsed] = parseScenario(scenarioWith(action), 'mine.yaml').people;
  return parsed === undefined ? [] : commandLine(parsed, NOW);
}

describe('action of a person', () => {
  test.each([
    ['kind: announce, atSeconds: 60, text: We look into it', ['announce', 'We look into it']],
    [
      'kind: announce, atSeconds: 60, text: Found, state: identified, backInSeconds: 600',
      ['announce', 'Found', '--state', 'identified', '--expected-back', '2026-11-27T09:16:00.000Z'],
    ],
    ['kind: ack, atSeconds: 60', ['ack']],
    ['kind: note, atSeconds: 60, about: campaign, text: Spring sale', ['note', 'campaign', 'Spring sale']],
    ['kind: retract, atSeconds: 60', ['announce', '--retract']],
    [
      'kind: maintenance open, atSeconds: 0, text: We move, lastsSeconds: 600',
      [
        'maintenance',
        'open',
        'We move',
        '--from',
        '2026-11-27T09:06:00.000Z',
        '--to',
        '2026-11-27T09:16:00.000Z',
      ],
    ],
    ['kind: maintenance close, atSeconds: 120', ['maintenance', 'close']],
    ['kind: deployed, atSeconds: 0, version: v1.2.3', ['deployed', 'v1.2.3']],
    ['kind: drill, atSeconds: 0, lastsSeconds: 3600', ['drill', '2026-11-27T10:06:00.000Z']],
    ['kind: failover hold, atSeconds: 0, side: primary', ['failover', 'hold', 'primary', '--for', '60m']],
    [
      'kind: failover hold, atSeconds: 0, side: secondary, lastsSeconds: 301',
      ['failover', 'hold', 'secondary', '--for', '6m'],
    ],
    ['kind: failover auto, atSeconds: 0', ['failover', 'auto']],
  ])('%s is a command line', (action, line) => {
    expect(lineOf(action)).toEqual(line);
  });

  test.each([
    [
      'kind: shouts, atSeconds: 0',
      'people[0].kind: must be one of announce, ack, retract, maintenance open, maintenance close, deployed, note, drill, failover hold, failover auto, got "shouts"',
    ],
    ['kind: announce, atSeconds: 0', 'people[0].text: is missing; must be text'],
    [
      'kind: retract, atSeconds: 0, text: oops',
      'people[0].text: is not known; allowed here: kind, atSeconds',
    ],
    [
      'kind: deployed, atSeconds: 0, version: "version 1"',
      'people[0].version: must be 1 to 40 characters without spaces, got "version 1"',
    ],
    ['kind: retract, atSeconds: 121', 'endSeconds: must not be before people[0], which is at 121, got 120'],
    [
      'kind: maintenance open, atSeconds: 0, text: We move, lastsSeconds: 59',
      'people[0].lastsSeconds: must be at least 60, got 59',
    ],
    [
      'kind: failover hold, atSeconds: 0, side: primary, lastsSeconds: 299',
      'people[0].lastsSeconds: must be at least 300, got 299',
    ],
    [
      'kind: failover hold, atSeconds: 0, side: standby',
      'people[0].side: must be one of primary, secondary, got "standby"',
    ],
  ])('fails when it is %s', (action, message) => {
    const parse = () => parseScenario(scenarioWith(action), 'mine.yaml');
    expect(parse).toThrow(RehearsalError);
    expect(parse).toThrow(message);
  });
});
