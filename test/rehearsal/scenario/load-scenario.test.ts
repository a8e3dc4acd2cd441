import {
  builtInScenario,
  builtInScenarios,
  loadScenario,
} from '../../../lib/rehearsal/scenario/load-scenario';

describe('built-in scenarios', () => {
  const all = builtInScenarios();

  test('have names of their own', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  test('come in order of risk', () => {
    const risks = all.map(({ likelihood, impact }) => likelihood * impact);
    expect(risks).toEqual([...risks].sort((a, b) => b - a));
  });

  test.each([
    'refuses',
    'black hole',
    'hangs',
    'errors',
    'slow',
    'wrong content',
    'name fails',
    'certificate expired',
    'spike',
    'checkers fail',
    'emergency site emptied',
    'functions fail',
    'endpoints down',
    'region lost',
  ])('play the fault %s', (kind) => {
    expect(all.flatMap(({ faults }) => faults).map((fault) => fault.kind)).toContain(kind);
  });

  test('are found by name', () => {
    expect(builtInScenario('hangs').faults[0]?.kind).toBe('hangs');
  });
});

describe('scenario', () => {
  test('fails when there is none of that name, and says which there are', () => {
    expect(() => builtInScenario('sleeps')).toThrow(
      /^scenario: there is none of this name, got "sleeps"; write a file's path or one of .*origin refuses/,
    );
  });

  test('fails when its file is not there', () => {
    expect(() => loadScenario('/nowhere.yaml')).toThrow(
      "scenario: its file can't be read, got /nowhere.yaml; name a YAML file",
    );
  });
});
