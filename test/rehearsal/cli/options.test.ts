import { HELP, parseOptions, UsageError } from '../../../lib/rehearsal/cli/options';

describe('command line of the rehearsal', () => {
  test('rehearses both topologies with seed 1 when nothing is said', () => {
    expect(parseOptions([])).toEqual({
      app: undefined,
      controlPort: 8081,
      help: false,
      live: false,
      port: 8080,
      seed: 1,
      speed: 10,
      topology: 'both',
    });
  });

  test('opens the edge topology live unless told otherwise', () => {
    expect(parseOptions(['--live']).topology).toBe('edge');
    expect(parseOptions(['--live', '--topology', 'dns']).topology).toBe('dns');
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
    [['--seed', 'x'], '--seed: must be a whole number from 0 to 4294967295, got x'],
    [['--speed', '0'], '--speed: must be a whole number from 1 to 600, got 0'],
    [['--speed', '601'], '--speed: must be a whole number from 1 to 600, got 601'],
    [['--port', '65536'], '--port: must be a whole number from 0 to 65535, got 65536'],
    [['--control-port', '-1'], "Option '--control-port"],
    [['--topology', 'star'], '--topology: must be edge, dns or both, got star'],
    [['--live', '--topology', 'both'], '--topology: must be edge or dns with --live, got both'],
    [['--sped', '3'], "Unknown option '--sped'"],
    [['cdk.out'], "Unexpected argument 'cdk.out'"],
  ])('fails on %j and says why', (args, message) => {
    expect(() => parseOptions(args)).toThrow(UsageError);
    expect(() => parseOptions(args)).toThrow(message);
  });

  test('explains every option in its help', () => {
    const options = [
      '--app',
      '--topology',
      '--seed',
      '--live',
      '--speed',
      '--port',
      '--control-port',
      '--help',
    ];
    for (const option of options) expect(HELP).toContain(option);
  });
});
