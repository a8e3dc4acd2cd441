import { CliError } from '../../../lib/command-line/cli-error';
import { parseOptions } from '../../../lib/rehearsal/cli/options';

describe('command line of the rehearsal', () => {
  test('rehearses the app of this folder with seed 1 when nothing is said', () => {
    expect(parseOptions([])).toEqual({
      app: undefined,
      choice: { store: undefined, parameters: {} },
      compare: undefined,
      uncertainty: false,
      controlPort: 8081,
      json: false,
      list: false,
      live: false,
      out: undefined,
      port: 8080,
      scenarios: [],
      schema: false,
      seed: 1,
      speed: 10,
      topology: undefined,
      verbose: false,
    });
  });

  test.each(['edge', 'dns', 'both'])('takes --topology %s', (topology) => {
    expect(parseOptions(['--topology', topology])).toMatchObject({ topology });
  });

  test('takes a store, and parameters whose values may have anything in them', () => {
    const args = ['--store', 'shop.example.com', '--parameter', '/a=b=c', '--parameter', 'Empty='];
    expect(parseOptions(args).choice).toEqual({
      store: 'shop.example.com',
      parameters: { '/a': 'b=c', Empty: '' },
    });
  });

  test.each([
    ['--seed', '0', 0],
    ['--seed', '4294967295', 4_294_967_295],
  ])('takes %s %s', (option, value, seed) => {
    expect(parseOptions([option, value]).seed).toBe(seed);
  });

  test.each([
    [['--seed', '4294967296'], '--seed: must be a whole number from 0 to 4294967295, got 4294967296'],
    [['--seed', '1.5'], '--seed: must be a whole number from 0 to 4294967295, got 1.5'],
    [['--parameter', '/shop/name'], '--parameter: must be <name>=<value>, got /shop/name'],
    [['--seed', 'x'], '--seed: must be a whole number from 0 to 4294967295, got x'],
    [['--speed', '0'], '--speed: must be a whole number from 1 to 600, got 0'],
    [['--speed', '601'], '--speed: must be a whole number from 1 to 600, got 601'],
    [['--port', '65536'], '--port: must be a whole number from 0 to 65535, got 65536'],
    [['--control-port', '-1'], '--control-port: must be a whole number from 0 to 65535, got -1'],
    [['--topology', 'star'], '--topology: must be edge, dns or both, got star'],
    [['--live', '--topology', 'both'], '--topology: must be edge or dns with --live, got both'],
    [['--speed', '2'], '--speed: only with --live; add --live, or leave it out'],
    [['--port', '80'], '--port: only with --live; add --live, or leave it out'],
    [['--live', '--scenario', 'hangs'], '--scenario: not possible with --live; leave one of them out'],
    [['--live', '--uncertainty'], '--uncertainty: not possible with --live; leave one of them out'],
    [['--live', '--out', 'x'], '--out: not possible with --live; leave one of them out'],
    [['--live', '--schema'], '--schema: not possible with --live; leave one of them out'],
    [
      ['--compare', 'x', '--topology', 'dns'],
      '--topology: not possible with --compare, whose assembly has one',
    ],
    [['--live', '--json'], '--json: not possible with --live; leave one of them out'],
  ])('fails on %j and says why', (args, message) => {
    expect(() => parseOptions(args)).toThrow(CliError);
    expect(() => parseOptions(args)).toThrow(message);
  });

  test.each([
    [['--sped', '3'], "unknown option '--sped'\n(Did you mean one of --seed, --speed?)"],
    [['cdk.out'], 'too many arguments'],
  ])('fails on %j and says what was meant', (args, message) => {
    expect(() => parseOptions(args)).toThrow(message);
  });

  test('takes an assembly, another to compare with, and a folder', () => {
    const given = ['--app', 'mine', '--compare', 'theirs', '--out', 'reports', '--verbose'];
    expect(parseOptions(given)).toMatchObject({
      app: 'mine',
      compare: 'theirs',
      out: 'reports',
      verbose: true,
    });
  });

  test.each([
    ['1', '0', '65535', { speed: 1, port: 0, controlPort: 65_535 }],
    ['600', '65535', '0', { speed: 600, port: 65_535, controlPort: 0 }],
  ])('opens a live rehearsal at speed %s on the ports %s and %s', (speed, port, controlPort, expected) => {
    const given = ['--live', '--speed', speed, '--port', port, '--control-port', controlPort];
    expect(parseOptions(given)).toMatchObject({ live: true, ...expected });
  });

  test.each(['--json', '--list', '--schema'])('takes %s', (option) => {
    const { json, list, schema } = parseOptions([option]);
    expect([json, list, schema].filter(Boolean)).toHaveLength(1);
  });

  test('takes a sweep over what AWS does not tell', () => {
    expect(parseOptions(['--uncertainty']).uncertainty).toBe(true);
  });

  test('takes several scenarios, in their order', () => {
    const { scenarios } = parseOptions(['--scenario', 'hangs', '--scenario', './mine.yaml']);
    expect(scenarios).toEqual(['hangs', './mine.yaml']);
  });
});
