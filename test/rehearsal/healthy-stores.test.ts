import { Channel } from '../../lib/monitoring/channels/channel';
import { rehearse } from '../../lib/rehearsal/run/rehearse';
import { builtInScenarios } from '../../lib/rehearsal/scenario/load-scenario';
import type { UnderstudyProps } from '../../lib/understudy-props';
import { existingSecret } from '../helpers/secrets';
import { type StoreAssembly, storeAssembly } from '../helpers/store-assembly';
import { DNS, EDGE, storeProps } from '../helpers/store-props';

const { onCall } = storeProps();
const { runbookUrl } = onCall;
const home = { name: 'home', path: '/', searchString: 'Example Shop', critical: true };

/** Stores that are as well as the example, and described otherwise. */
const STORES: readonly (readonly [string, Partial<UnderstudyProps>])[] = [
  [
    'with other paths and without a phone number',
    {
      healthChecks: {
        endpoints: [
          { ...home, path: '/fr' },
          { name: 'basket', path: '/panier', searchString: 'Panier' },
          { name: 'till', path: '/kasa?probe=1', searchString: 'Kasa' },
        ],
      },
      onCall: { emails: ['on-call@example.com'], webhooks: ['https://events.example.com/store'], runbookUrl },
    },
  ],
  [
    'that watches its home page only, and tells nobody but PagerDuty',
    {
      healthChecks: { endpoints: [home] },
      onCall: { channels: [Channel.pagerDuty({ secret: existingSecret() })], runbookUrl },
    },
  ],
  [
    'that closes without its checkout, and has nothing but a phone number',
    {
      healthChecks: {
        endpoints: [home, { name: 'checkout', path: '/checkout', searchString: 'Pay', critical: true }],
      },
      onCall: { phoneNumbers: ['+48123456789'], runbookUrl },
    },
  ],
];

/** Those that meet a store's paths and its people. */
const PLAYED = [
  'origin refuses',
  'only checkout down',
  'slow but healthy checkout',
  'endpoints down',
  'status function broken',
];

describe.each(STORES)('a healthy store %s', (_what, changes) => {
  describe.each([
    ['edge', EDGE],
    ['dns', DNS],
  ] as const)('%s', (kind, topology) => {
    let assembly: StoreAssembly;
    beforeAll(() => {
      assembly = storeAssembly(storeProps({ topology, ...changes }));
    }, 120_000);
    afterAll(() => assembly.remove());

    const scenarios = builtInScenarios().filter(
      ({ name, topologies }) => topologies.includes(kind) && PLAYED.includes(name),
    );
    test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
      'holds: %s',
      async (_, scenario) => {
        const { verdict } = await rehearse({ assembly: assembly.directory, scenario });
        expect(verdict.findings.filter(({ passed }) => !passed)).toEqual([]);
      },
    );
  });
});
