import { FUNCTION } from '../../lib/rehearsal/aws/lambda/resource';
import { type PreparedAssembly, prepareAssembly } from '../../lib/rehearsal/play/world/prepared-assembly';
import { rehearse } from '../../lib/rehearsal/run/rehearse';
import { watching } from '../helpers/mistaken-props';
import { type StoreAssembly, storeAssembly } from '../helpers/store-assembly';
import { editedAssembly } from './helpers/edited-assembly';
import { ORIGIN_REFUSES } from './helpers/origin-refuses';
import { each } from './helpers/template-edits';

/** Lambda's limit for all environment variables of a function, as one JSON. */
const MAX_ENVIRONMENT_BYTES = 4_096;

/** Names as long as they may be. */
const ENDPOINTS = Array.from({ length: 40 }, (_item, index) => ({
  name: `endpoint-${index}-`.padEnd(32, 'x'),
  path: `/${index}`,
  searchString: 'Example Shop',
  critical: index % 2 === 0,
}));

const NOTICE = "can't be read; missing here: ";

/** Long enough for every message. */
const SCENARIO = {
  ...ORIGIN_REFUSES,
  faults: ORIGIN_REFUSES.faults.map((fault) => ({ ...fault, toSeconds: 240 })),
  endSeconds: 1_020,
};

async function play(assembly: string | PreparedAssembly) {
  const { events, verdict } = await rehearse({ assembly, scenario: SCENARIO });
  const messages = events.flatMap((event) =>
    event.kind === 'message' && event.subject.startsWith('[SEV') ? [event] : [],
  );
  return { verdict, messages, bodies: messages.map(({ body }) => body) };
}

describe('a store with 40 endpoints', () => {
  let assembly: StoreAssembly;
  let blueprint: PreparedAssembly;
  beforeAll(() => {
    assembly = storeAssembly(watching(...ENDPOINTS));
    blueprint = prepareAssembly(assembly.directory);
  });
  afterAll(() => assembly.remove());

  test('fits into the environment of each of its functions', () => {
    const sizes = blueprint.deployment
      .all(FUNCTION)
      .map(({ properties }) => Buffer.byteLength(JSON.stringify(properties.Environment?.Variables ?? {})));
    expect(Math.max(...sizes)).toBeLessThan(MAX_ENVIRONMENT_BYTES);
    expect(Math.max(...sizes)).toBeGreaterThan(MAX_ENVIRONMENT_BYTES / 4);
  });

  test('holds when its origin refuses, and messages lack nothing', async () => {
    const { verdict, bodies } = await play(blueprint);
    expect(verdict.findings.filter(({ passed }) => !passed)).toEqual([]);
    expect(bodies[0]).toContain('Checkers ');
    expect(bodies.join()).not.toContain(NOTICE);
  });
});

describe('a store whose settings are nowhere to be read', () => {
  test('announces an outage from its beginning to its end, and says in each message what is missing', async () => {
    const edited = await editedAssembly(
      'edge',
      each('AWS::Lambda::Function', ({ Environment: { Variables = {} } = {} }) => {
        if ('SETTINGS_KEY' in Variables) {
          Variables.SETTINGS_KEY = 'settings/none.json';
        }
      }),
    );
    const { messages, bodies } = await play(edited.directory);
    edited.remove();
    const phases = messages.flatMap(
      ({ subject }) => /INVESTIGATING|MONITORING|RESOLVED/.exec(subject)?.[0] ?? [],
    );
    expect([...new Set(phases)]).toEqual(['INVESTIGATING', 'MONITORING', 'RESOLVED']);
    expect(bodies.filter((body) => !body.includes(NOTICE))).toEqual([]);
  });
});
