import { rehearse } from '../../lib/rehearsal/run/rehearse';
import { builtInScenarios } from '../../lib/rehearsal/scenario/load-scenario';
import { parseScenario } from '../../lib/rehearsal/scenario/parse-scenario';
import { exampleAssembly } from '../helpers/example-assembly';

/** TTL of the example's failover records. */
const TTL_SECONDS = 30;

/** What Route 53 and resolvers answered in a play, as seconds and record, in order. */
async function play(scenario: Parameters<typeof rehearse>[0]['scenario']) {
  const { events, startMs } = await rehearse({ assembly: await exampleAssembly('dns'), scenario });
  const answers = (kind: 'dns-answer' | 'resolver-switched') =>
    events.flatMap((event) =>
      event.kind === kind ? [{ seconds: (event.atMs - startMs) / 1000, record: event.answer }] : [],
    );
  const subjects = events.flatMap((event) =>
    event.kind === 'message' && event.protocol === 'email' ? [event.subject] : [],
  );
  return { answers: answers('dns-answer'), resolvers: answers('resolver-switched'), subjects };
}

describe('a failover that a person holds, in the bundle that gets deployed', () => {
  test('gives shoppers a healthy store back at once, and resolvers within a TTL of being asked', async () => {
    const scenario = builtInScenarios().find(({ name }) => name === 'false alarm, held');
    if (scenario === undefined) {
      throw new Error('there is no such scenario');
    }
    const { answers, resolvers } = await play(scenario);
    expect(answers.map(({ record }) => record)).toEqual(['SECONDARY', 'SECONDARY', 'PRIMARY', 'PRIMARY']);
    expect(answers.at(-1)?.seconds).toBe(240);
    const last = resolvers.filter(({ record }) => record === 'PRIMARY').at(-1)?.seconds;
    // The old answer expires, and somebody asks.
    expect(last).toBeLessThanOrEqual(240 + TTL_SECONDS + 60);
  });

  test('ends within a minute of its time although the function breaks once it is held', async () => {
    const scenario = parseScenario(
      `
name: held, and then nobody is there
hypothesis: the schedule ends it
likelihood: 1
impact: 1
owner: me
faults:
  - kind: functions fail
    fromSeconds: 120
    toSeconds: 900
people:
  - kind: failover hold
    atSeconds: 60
    side: secondary
    lastsSeconds: 300
endSeconds: 900
`,
      'held.yaml',
    );
    const { answers, subjects } = await play(scenario);
    expect(answers.map(({ record }) => record)).toEqual(['SECONDARY', 'SECONDARY', 'PRIMARY', 'PRIMARY']);
    expect(answers[0]?.seconds).toBe(60);
    expect(answers.at(-1)?.seconds).toBeGreaterThanOrEqual(360);
    expect(answers.at(-1)?.seconds).toBeLessThanOrEqual(420);
    expect(subjects).toContainEqual(
      expect.stringMatching(/^\[HELD\] SECONDARY shop\.example\.com: held until/),
    );
  });
});
