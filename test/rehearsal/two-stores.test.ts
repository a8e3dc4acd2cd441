import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Understudy } from '../../lib';
import type { RehearsalResult } from '../../lib/rehearsal/judge/result';
import { prepareAssembly } from '../../lib/rehearsal/play/world/prepared-assembly';
import { rehearse } from '../../lib/rehearsal/run/rehearse';
import { APP_CONTEXT, dnsProps, edgeProps } from '../helpers/store-props';
import { ORIGIN_REFUSES } from './helpers/origin-refuses';

const STORES = {
  'shop.example.com': edgeProps({ mirroredPathPatterns: ['/static/*'] }),
  'kiosk.example.com': { ...dnsProps({ alternateDomainNames: [] }), domainName: 'kiosk.example.com' },
};

describe('rehearsal of two stores in one stack', () => {
  let assembly: string;
  const played = new Map<string, RehearsalResult>();
  beforeAll(async () => {
    assembly = mkdtempSync(join(tmpdir(), 'understudy-two-'));
    const app = new App({ outdir: assembly, context: APP_CONTEXT, builtinCloudFormationValidation: false });
    const stack = new Stack(app, 'Stores', { env: { region: 'us-east-1' } });
    for (const [name, props] of Object.entries(STORES)) {
      new Understudy(stack, name.split('.')[0] ?? '', props);
    }
    app.synth();
    for (const store of Object.keys(STORES)) {
      played.set(
        store,
        await rehearse({ assembly: prepareAssembly(assembly, { store }), scenario: ORIGIN_REFUSES }),
      );
    }
  });
  afterAll(() => rmSync(assembly, { recursive: true }));

  test('refuses to guess which is meant', () => {
    expect(() => prepareAssembly(assembly)).toThrow(
      '--store: must be one of shop.example.com, kiosk.example.com, got nothing; each store is rehearsed by itself',
    );
  });

  test.each(Object.keys(STORES))('holds %s to its budgets', (store) => {
    expect(played.get(store)?.settings.domainName).toBe(store);
    expect(played.get(store)?.verdict.passed).toBe(true);
  });

  test.each(Object.keys(STORES))('tells on-call of %s and of no other store', (store) => {
    const subjects = (played.get(store)?.events ?? []).flatMap((event) =>
      event.kind === 'message' && event.subject !== undefined ? [event.subject] : [],
    );
    const others = Object.keys(STORES).filter((name) => name !== store);
    expect(subjects).not.toEqual([]);
    expect(subjects.filter((subject) => others.some((name) => subject.includes(name)))).toEqual([]);
  });
});
