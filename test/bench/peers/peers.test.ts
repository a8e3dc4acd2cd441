import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHOPPER_OUTCOMES } from '../../../lib/rehearsal/kernel/shopper-outcome';
import { rehearse } from '../../../lib/rehearsal/run/rehearse';
import { builtInScenario } from '../../../lib/rehearsal/scenario/load-scenario';
import { type Contestant, PEER_NAMES, synthesizePeers } from './peers';
import { score } from './scores';

describe('peer', () => {
  let directory: string;
  let peers: readonly Contestant[];

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'understudy-peers-test-'));
    peers = synthesizePeers(directory);
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const peer = (name: string): Contestant => {
    const found = peers.find((candidate) => candidate.name === name);
    if (found === undefined) {
      throw new Error(`there is no peer ${name}`);
    }
    return found;
  };

  test('has a name and an assembly, each of its own', () => {
    expect(peers.map(({ name }) => name)).toEqual(PEER_NAMES);
    expect(new Set(peers.map(({ assembly }) => assembly)).size).toBe(PEER_NAMES.length);
  });

  test.each(PEER_NAMES)('%s serves every request while its store is well', async (name) => {
    const { shoppers } = await rehearse({ ...peer(name), scenario: builtInScenario('15-second blip') });
    const { before } = shoppers.phases;
    expect(before['served fresh'].count).toBeGreaterThan(10);
    expect(SHOPPER_OUTCOMES.filter((outcome) => before[outcome].count > 0)).toEqual(['served fresh']);
  });

  // CloudFront's defaults: three attempts of 30 s. A browser that asks the store itself gives up after 60 s.
  test.each([
    ['error page', 90],
    ['origin group', 90],
    ['Route 53', 60],
    ['hybrid (*)', 90],
  ])('%s has shoppers wait as long as its defaults say, and tells nobody', async (name, seconds) => {
    const { longestWaitMs, alertMs } = await score(peer(name), builtInScenario('hangs'));
    expect(Math.floor(longestWaitMs / 1000)).toBe(seconds);
    expect(alertMs).toBeNull();
  });

  test.each([
    ['error page', 'emergency page'],
    ['origin group', 'emergency page'],
    ['Route 53', 'emergency page'],
    ['hybrid (*)', 'served fresh'],
  ] as const)('%s has something to show when the origin refuses: %s', async (name, outcome) => {
    const { shoppers } = await rehearse({ ...peer(name), scenario: builtInScenario('origin refuses') });
    expect(shoppers.phases.fault[outcome].count).toBeGreaterThan(100);
  });
});
