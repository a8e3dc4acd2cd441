import { CliError } from '../../../lib/cli/cli-error';
import { HELP, OPTIONS, parseOptions } from '../../../lib/rehearsal/cli/options';

describe('command line of the rehearsal', () => {
  test('rehearses both topologies with seed 1 when nothing is said', () => {
    expect(parseOptions([])).toEqual({
      app: undefined,
      choice: { store: undefined, parameters: {} },
      compare: undefined,
      controlPort: 8081,
      help: false,
      list: false,
      live: false,
      out: undefined,
      port: 8080,
      scenarios: [],
      schema: false,
      seed: 1,
      speed: 10,
      topology: 'both',
      verbose: false,
      version: false,
    });
  });

  test('opens the edge topology live unless told otherwise', () => {
    expect(parseOptions(['--live']).topology).toBe('edge');
    expect(parseOptions(['--live', '--topology', 'dns']).topology).toBe('dns');
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
    [['--control-port', '-1'], "Option '--control-port"],
    [['--topology', 'star'], '--topology: must be edge, dns or both, got star'],
    [['--live', '--topology', 'both'], '--topology: must be edge or dns with --live, got both'],
    [['--speed', '2'], '--speed: only with --live; add --live, or leave it out'],
    [['--port', '80'], '--port: only with --live; add --live, or leave it out'],
    [['--live', '--scenario', 'hangs'], '--scenario: not possible with --live; leave one of them out'],
    [['--live', '--out', 'x'], '--out: not possible with --live; leave one of them out'],
    [['--live', '--schema'], '--schema: not possible with --live; leave one of them out'],
    [
      ['--app', 'x', '--topology', 'dns'],
      '--topology: not possible with --app, whose assembly has one already',
    ],
    [
      ['--compare', 'x', '--topology', 'dns'],
      '--topology: not possible with --compare, whose assembly has one',
    ],
    [['--sped', '3'], "Unknown option '--sped'"],
    [['cdk.out'], "Unexpected argument 'cdk.out'"],
  ])('fails on %j and says why', (args, message) => {
    expect(() => parseOptions(args)).toThrow(CliError);
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

  test.each(['--help', '-h', '--list', '--schema'])('takes %s', (option) => {
    const { help, list, schema } = parseOptions([option]);
    expect([help, list, schema].filter(Boolean)).toHaveLength(1);
  });

  test('takes several scenarios, in their order', () => {
    const { scenarios } = parseOptions(['--scenario', 'hangs', '--scenario', './mine.yaml']);
    expect(scenarios).toEqual(['hangs', './mine.yaml']);
  });

  test('explains every option in its help, and takes every option that is explained', () => {
    const explained = [...HELP.matchAll(/^ {2}--(\S+)/gm)].map(([, name]) => name);
    expect(explained.sort()).toEqual(Object.keys(OPTIONS).sort());
  });
});
