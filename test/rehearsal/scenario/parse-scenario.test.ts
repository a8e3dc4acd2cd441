import { RehearsalError } from '../../../lib/rehearsal/kernel/errors';
import { parseScenario } from '../../../lib/rehearsal/scenario/parse-scenario';

const HEAD = ['name: mine', 'hypothesis: it holds', 'likelihood: 3', 'impact: 2', 'owner: us'];
const FAULT = ['faults:', '  - kind: refuses', '    fromSeconds: 0', '    toSeconds: 60'];
const write = (...lines: readonly string[]): string => lines.join('\n');
const whole = write(...HEAD, ...FAULT, 'endSeconds: 120');

function mistakeIn(text: string): unknown {
  try {
    parseScenario(text, 'mine.yaml');
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('scenario file', () => {
  test('needs no more than a name, a purpose, a fault and an end', () => {
    expect(parseScenario(whole, 'mine.yaml')).toMatchObject({
      name: 'mine',
      topologies: ['edge', 'dns'],
      faults: [{ kind: 'refuses', fromSeconds: 0, toSeconds: 60, text: 'the origin refuses connections' }],
      shoppers: { arrivalsPerMinute: 20 },
      expectations: { edge: { failover: 'switches', messages: 'some' }, dns: { failover: 'switches' } },
    });
  });

  test('may expect something else of one topology', () => {
    const text = write(whole, 'expectations:', '  messages: none', '  dns: { messages: any }');
    const { expectations } = parseScenario(text, 'mine.yaml');
    expect([expectations.edge.messages, expectations.dns.messages]).toEqual(['none', 'any']);
  });

  test('expects one incident and no plain alarm beside it, unless nobody need be told', () => {
    const expected = (...lines: string[]) => {
      const { edge } = parseScenario(write(whole, 'expectations:', ...lines), 'mine.yaml').expectations;
      return [edge.incidents, edge.plainAlarms, edge.notificationsAtMost];
    };
    expect(expected('  messages: some')).toEqual([1, 0, 6]);
    expect(expected('  incidents: 2')).toEqual([2, 0, 12]);
    expect(expected('  incidents: 0')).toEqual([0, 1, 6]);
    expect(expected('  incidents: any')).toEqual(['any', 0, undefined]);
    expect(expected('  messages: any')).toEqual(['any', 'any', undefined]);
  });

  test('allows raw errors in dns only, and there until DNS has switched', () => {
    const { edge, dns } = parseScenario(whole, 'mine.yaml').expectations;
    expect([edge.rawErrors, dns.rawErrors]).toEqual(['none', 'until switched']);
  });

  test('may set budgets for both topologies and more for one', () => {
    const text = write(
      whole,
      'expectations:',
      '  budgets: { alertSeconds: 60 }',
      '  dns: { budgets: { switchSeconds: 700 } }',
    );
    const { edge, dns } = parseScenario(text, 'mine.yaml').expectations;
    expect([edge.budgets, dns.budgets]).toEqual([
      { alertSeconds: 60 },
      { alertSeconds: 60, switchSeconds: 700 },
    ]);
  });

  test.each([
    ['kind: checkers fail', 'regions: [mars-1]', 'faults[0].regions[0]: must be one of us-east-1, '],
    ['kind: endpoints down', 'protocols: [fax]', 'faults[0].protocols[0]: must be one of email, '],
    [
      'kind: unconfirmed',
      'protocols: [sms]',
      'faults[0].protocols[0]: must be one of email, email-json, http, https, got "sms"',
    ],
  ])('fails when a fault of %s has %s', (kind, line, message) => {
    const text = whole.replace('kind: refuses', `${kind}\n    ${line}`);
    expect(mistakeIn(text)).toMatchObject({ message: expect.stringContaining(message) });
  });

  test('fails when it expects what can not be counted', () => {
    expect(mistakeIn(write(whole, 'expectations: { incidents: many }'))).toMatchObject({
      message: 'mine.yaml:11: expectations.incidents: must be a whole number up to 100, or any, got "many"',
    });
  });

  test('describes a fault that has no text by its kind and paths', () => {
    const text = whole.replace('toSeconds: 60', 'toSeconds: 60\n    paths: [/checkout]');
    expect(parseScenario(text, 'mine.yaml').faults[0]?.text).toBe(
      'the origin refuses connections for /checkout',
    );
  });

  test.each([
    ['name: mine', 'name: [', 'mine.yaml:2: is not valid YAML: a bracket or brace is not closed'],
    ['owner: us', 'owner: "us', 'mine.yaml:5: is not valid YAML: a quote is not closed'],
    ['owner: us', "owner: 'us", 'mine.yaml:5: is not valid YAML: a quote is not closed'],
    ['name: mine', 'name: my: own', 'mine.yaml:1: is not valid YAML: there is a second colon in the line'],
    [
      '    toSeconds',
      '      toSeconds',
      'mine.yaml:8: is not valid YAML: there is a second colon in the line, or the',
    ],
    [
      '    toSeconds',
      '   toSeconds',
      'mine.yaml:9: is not valid YAML: a comma, a colon or a dash is missing, or',
    ],
    [
      'owner: us',
      'owner:us',
      'mine.yaml:5: is not valid YAML: the colon after the key is missing, or the space',
    ],
    [
      'owner: us',
      'owner: @us',
      'mine.yaml:5: is not valid YAML: Plain value cannot start with reserved character @',
    ],
    ['owner: us', 'name: us', 'mine.yaml:5: is not valid YAML: a key is there twice'],
    [
      'endSeconds: 120',
      'endSeconds: 120\n---\nmore: 1',
      'mine.yaml:11: is not valid YAML: something follows the',
    ],
    ['owner: us', 'owner: *boss', 'mine.yaml:5: is not valid YAML: no "&boss" stands before "*boss"'],
    ['owner: us', 'owner: &us [*us]', 'mine.yaml:5: owner: must be text, got a value that holds itself'],
    ['owner: us', '"": us', 'mine.yaml:5: "": is not known; allowed here: name, '],
    ['owner: us', ': us', 'mine.yaml:5: "": is not known; allowed here: name, '],
    [
      'name: mine',
      'name: ""',
      'mine.yaml:1: name: must be one line of text, without spaces around it, got ""',
    ],
    [
      'name: mine',
      'name: " m"',
      'mine.yaml:1: name: must be one line of text, without spaces around it, got " m"',
    ],
    [
      'name: mine',
      'name: "m\\nn"',
      'mine.yaml:1: name: must be one line of text, without spaces around it, got "m',
    ],
    ['name: mine', 'name:', 'mine.yaml:1: name: must be text, got nothing'],
    ['name: mine', 'name: 503', 'mine.yaml:1: name: must be text, got 503; put it in quotes'],
    ['name: mine', 'name: true', 'mine.yaml:1: name: must be text, got true; put it in quotes'],
    ['likelihood: 3', 'likelihood: .nan', 'mine.yaml:3: likelihood: must be a number, got NaN'],
    ['likelihood: 3', 'likelihood: 0', 'mine.yaml:3: likelihood: must be at least 1, got 0'],
    ['likelihood: 3', 'likelihood: 6', 'mine.yaml:3: likelihood: must be at most 5, got 6'],
    ['impact: 2', 'impact: 2.5', 'mine.yaml:4: impact: must be a whole number, got 2.5'],
    ['owner: us', 'Owner: us', 'mine.yaml:5: Owner: is not known; allowed here: name, hypothesis, '],
    ['owner: us\n', '', 'mine.yaml:1: owner: is missing; must be text'],
    ['refuses', 'refuse', 'mine.yaml:7: faults[0].kind: must be one of refuses, black hole, '],
    ['toSeconds: 60', 'toSeconds: soon', 'mine.yaml:9: faults[0].toSeconds: must be a number, got "soon"'],
    [
      'toSeconds: 60',
      'toSeconds: 0',
      'mine.yaml:9: faults[0].toSeconds: must be greater than fromSeconds, which is 0, got 0',
    ],
    [
      'endSeconds: 120',
      'endSeconds: 59',
      'mine.yaml:10: endSeconds: must not be before faults[0], which is at 60, got 59',
    ],
  ])('fails when %j is %j', (right, wrong, message) => {
    const mistake = mistakeIn(whole.replace(right, wrong));
    expect(mistake).toBeInstanceOf(RehearsalError);
    expect(mistake).toMatchObject({
      code: 'INVALID_SCENARIO',
      message: expect.stringContaining(message),
    });
  });

  test('needs a fault', () => {
    expect(mistakeIn(write(...HEAD, 'faults: []', 'endSeconds: 1'))).toMatchObject({
      message: 'mine.yaml:6: faults: must have at least 1 entry, got []',
    });
  });

  test('tells all of its mistakes at once, a line each, also those of values that depend on others', () => {
    const text = write(
      ...HEAD,
      'color: red',
      'size: big',
      'faults:',
      '  - { kind: refuses, fromSeconds: 60, toSeconds: 30, weight: 3 }',
      '  - { kind: hangs, fromSeconds: 0, toSeconds: 900 }',
      'people: [{ kind: retract, atSeconds: 901 }]',
      'endSeconds: 120',
    ).replace('likelihood: 3', 'likelihood: 9');
    const lines = String((mistakeIn(text) as Error).message).split('\n');
    expect(lines.map((line) => line.replace(/; allowed here.*/, '')).sort()).toEqual([
      'mine.yaml:12: endSeconds: must not be before faults[1], which is at 900, got 120',
      'mine.yaml:12: endSeconds: must not be before people[0], which is at 901, got 120',
      'mine.yaml:3: likelihood: must be at most 5, got 9',
      'mine.yaml:6: color: is not known',
      'mine.yaml:7: size: is not known',
      'mine.yaml:9: faults[0].toSeconds: must be greater than fromSeconds, which is 60, got 30',
      'mine.yaml:9: faults[0].weight: is not known',
    ]);
  });

  test('tells one mistake for each line that is not YAML: the others follow from it', () => {
    const mistake = mistakeIn(whole.replace('    fromSeconds', '\tfromSeconds')) as Error;
    expect(mistake.message).toBe('mine.yaml:8: is not valid YAML: a tab indents the line; use spaces');
  });

  test('may repeat itself by aliases, but not without end', () => {
    expect(parseScenario(whole.replace('name: mine', 'name: &me mine').replace('us', '*me'), 'f').owner).toBe(
      'mine',
    );
    const many = (of: string) => Array(9).fill(of).join(', ');
    const bomb = write(
      whole,
      `a: &a [${many('x')}]`,
      `b: &b [${many('*a')}]`,
      `c: &c [${many('*b')}]`,
      `d: [${many('*c')}]`,
    );
    expect(mistakeIn(bomb)).toMatchObject({
      code: 'INVALID_SCENARIO',
      message: 'mine.yaml:1: must not repeat so much by aliases; write it out',
    });
  });

  test('shows no more of a long value than it takes to find it', () => {
    const { message } = mistakeIn(write(whole, `shoppers: "${'x'.repeat(200)}"`)) as Error;
    expect(message).toMatch(/^mine\.yaml:11: shoppers: must be a map of keys and values, got "x{99}…$/);
  });

  test.each([
    ['', 'nothing'],
    ['- 1', '[1]'],
    ['mine', '"mine"'],
  ])('fails when it holds something else: %j', (text, got) => {
    expect(mistakeIn(text)).toMatchObject({
      message: `mine.yaml:1: the scenario: must be a map of keys and values, got ${got}`,
    });
  });
});
