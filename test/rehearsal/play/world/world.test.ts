import { join } from 'node:path';
import { storeDocuments } from '../../../../bin/store-documents';
import { readAssembly } from '../../../../lib/rehearsal/aws/assembly/assembly';
import { Deployment } from '../../../../lib/rehearsal/aws/assembly/deployment';
import { BUCKET_DEPLOYMENT } from '../../../../lib/rehearsal/aws/s3/resource';
import { VirtualClock } from '../../../../lib/rehearsal/kernel/clock/virtual-clock';
import type { Host } from '../../../../lib/rehearsal/kernel/network/network';
import { SimulatedStore } from '../../../../lib/rehearsal/play/store/simulated-store';
import { buildWorld, type World } from '../../../../lib/rehearsal/play/world/world';
import { exampleAssembly } from '../../../helpers/example-assembly';
import { editedAssembly } from '../../helpers/edited-assembly';
import { messagesIn } from '../../helpers/messages';

const SHOP = 'shop.example.com';
const FIXTURES = join(__dirname, '../../../fixtures');

async function build(assembly: string) {
  const clock = new VirtualClock(Date.parse('2026-11-27T09:00:00Z'));
  const port = { isOpen: true };
  const world = await buildWorld({
    assembly,
    clock,
    seed: 1,
    hostStore: (addresses, example) => {
      const store = new SimulatedStore(addresses, example);
      const exchange: Host['exchange'] = async (...request) =>
        port.isOpen ? store.exchange(...request) : { kind: 'connect-refused', elapsedMs: 30 };
      return { answersAt: (address) => store.answersAt(address), exchange };
    },
  });
  const wait = (seconds: number) => clock.runUntil(clock.nowMs + seconds * 1000);
  return { world, port, wait };
}

/** Asks as a shopper whose resolver has nothing in its cache. */
const ask = ({ resolver, internet, clock }: World, path: string, method = 'GET', accept = 'text/html') =>
  internet.exchange(
    resolver('shopper').addressOf(SHOP),
    { method, path, headers: { host: SHOP, accept } },
    clock.nowMs,
  );

/** The emergency page of the bucket: `edge` shows the one for all languages, `dns` the shopper's own. */
async function pageOf({ buckets, settings }: World, directory: string): Promise<string> {
  const [upload] = new Deployment(readAssembly(directory)).all(BUCKET_DEPLOYMENT);
  const file = settings.topology === 'dns' ? 'understudy/en.html' : 'understudy/index.html';
  const page = buckets.get(upload?.properties.DestinationBucketName ?? '', file);
  return Buffer.from(page?.body ?? []).toString();
}

describe.each(['edge', 'dns'] as const)('world of the example with the topology %s', (topology) => {
  let directory: string;
  let world: World;
  let port: { isOpen: boolean };
  let wait: (seconds: number) => Promise<void>;
  beforeEach(async () => {
    directory = await exampleAssembly(topology);
    ({ world, port, wait } = await build(directory));
  });
  afterEach(() => world.close());

  test('leads shoppers to the store while it is well', async () => {
    const exchange = await ask(world, '/products/teapot');
    expect(exchange).toMatchObject({ kind: 'response', status: 200 });
    expect(exchange.kind === 'response' && Buffer.from(exchange.body).toString()).toContain('Blue teapot');
  });

  const switchOver = async () => {
    await wait(60);
    port.isOpen = false;
    await wait(150);
  };

  test.each(['/', '/shoes?size=40'])(
    "shows the stack's own emergency page once Route 53 has switched: %s",
    async (path) => {
      await switchOver();
      const exchange = await ask(world, path);
      const page = await pageOf(world, directory);
      expect(page).toContain('understudy-emergency-page');
      expect(exchange).toMatchObject({ kind: 'response', status: 503 });
      expect(exchange.kind === 'response' && Buffer.from(exchange.body).toString()).toBe(page);
    },
  );

  test.each(Object.entries(storeDocuments))(
    'keeps %s as it was once Route 53 has switched',
    async (path, text) => {
      await switchOver();
      const exchange = await ask(world, path);
      expect(exchange).toMatchObject({ kind: 'response', status: 200 });
      expect(exchange.kind === 'response' && Buffer.from(exchange.body).toString()).toBe(text);
    },
  );

  test('answers POST with 503 and something to read once Route 53 has switched', async () => {
    await switchOver();
    const exchange = await ask(world, '/checkout', 'POST');
    expect(exchange).toMatchObject({ kind: 'response', status: 503 });
    expect(exchange.kind === 'response' && exchange.body.length).toBeGreaterThan(0);
  });

  test('is calm while the store is well', async () => {
    await wait(1_800);
    // Alarms that find their first data say OK, the function runs on schedule; nothing else happens.
    const calm = ['alarm', 'function', 'message'];
    expect(world.log.events.filter(({ kind }) => !calm.includes(kind))).toEqual([]);
    expect(messagesIn(world.log).filter(({ topic }) => topic === 'Understudy')).toEqual([]);
    expect(world.alarms.all.filter(({ state }) => state === 'ALARM')).toEqual([]);
  });
});

describe('shopper with many cookies at the example with the topology edge', () => {
  let world: World;
  let wait: (seconds: number) => Promise<void>;
  beforeAll(async () => {
    const built = await build(await exampleAssembly('edge'));
    ({ world, wait } = built);
    await wait(60);
    built.port.isOpen = false;
  });
  afterAll(() => world.close());

  const BYTES = [1, 10_240, 12_000, 20_000];
  /** The headers of CloudFront's answer, with a request of its own for each state. */
  const ask = async (method: string, bytes: number): Promise<unknown> => {
    const { resolver, internet, clock } = world;
    const headers = { host: SHOP, accept: 'text/html', cookie: `a=${'c'.repeat(bytes)}` };
    const exchange = await internet.exchange(
      resolver('shopper').addressOf(SHOP),
      { method, path: '/checkout', headers },
      clock.nowMs,
    );
    if (exchange.kind !== 'response') {
      return exchange;
    }
    const { status, firstByteMs, body } = exchange;
    const isPage = Buffer.from(body).includes('understudy-emergency-page');
    return { status, isPage, isQuick: firstByteMs < 1_000 };
  };

  test.each(['before Route 53 has switched', 'once it has switched'])(
    'gets the emergency page at once, %s',
    async (when) => {
      if (when.startsWith('once')) {
        await wait(150);
      }
      expect(world.zone.lookup('origin.shop.example.com').address.includes('execute-api')).toBe(
        when.startsWith('once'),
      );
      for (const method of ['GET', 'POST']) {
        for (const bytes of BYTES) {
          expect(await ask(method, bytes)).toEqual({ status: 503, isPage: true, isQuick: true });
        }
      }
    },
  );

  test('would find no certificate for the shop at the bucket of the page either', async () => {
    const [upload] = new Deployment(readAssembly(await exampleAssembly('edge'))).all(BUCKET_DEPLOYMENT);
    const address = `${upload?.properties.DestinationBucketName}.s3.us-east-1.amazonaws.com`;
    const request = { method: 'GET', path: '/', headers: { host: SHOP } };
    const wanting = (name: string) =>
      world.internet.exchange(address, { ...request, certificateNames: [name] }, world.clock.nowMs);
    expect(await wanting(SHOP)).toMatchObject({ kind: 'tls-failure', reason: 'certificate' });
    expect(await wanting(address)).toMatchObject({ kind: 'response' });
  });
});

describe('closed store of the example with the topology dns', () => {
  let world: World;
  beforeAll(async () => {
    const built = await build(await exampleAssembly('dns'));
    world = built.world;
    built.port.isOpen = false;
    await built.wait(150);
  });
  afterAll(() => world.close());

  test('tells API clients where the status is', async () => {
    const exchange = await ask(world, '/api/cart', 'POST', 'application/json');
    if (exchange.kind !== 'response') {
      throw new Error(exchange.kind);
    }
    const { status, status_url } = JSON.parse(Buffer.from(exchange.body).toString());
    expect([exchange.status, status]).toEqual([503, 503]);
    const { host, pathname } = new URL(status_url);
    expect(host).toBe(SHOP);
    expect(await ask(world, pathname)).toMatchObject({ kind: 'response', status: 200 });
  });

  test.each(['/favicon.ico', '/sitemap-2.xml', '/.well-known/security.txt', '/logo.png'])(
    'gives nothing in place of %s',
    async (path) => {
      const exchange = await ask(world, path, 'GET', '*/*');
      expect(exchange).toMatchObject({ kind: 'response', status: 503 });
      expect(exchange.kind === 'response' && exchange.body).toHaveLength(0);
    },
  );
});

describe('world of an assembly that can not be rehearsed', () => {
  test.each([
    [
      'has no resources',
      'empty-template',
      'NOTHING_TO_REHEARSE',
      'the assembly has no distribution with a host name',
    ],
    ['lacks an asset', 'missing-asset', 'ASSET_NOT_FOUND', 'the assembly lacks an asset, got gone.zip'],
  ])('fails when it %s', async (_name, fixture, code, text) => {
    await expect(build(join(FIXTURES, fixture))).rejects.toMatchObject({
      code,
      message: expect.stringContaining(text),
    });
  });

  test.each<[string, Parameters<typeof editedAssembly>[1], string, string]>([
    [
      'has a bucket named after itself',
      (resources) => {
        for (const [id, { Type, Properties }] of Object.entries(resources)) {
          if (Type === 'AWS::S3::Bucket') {
            Properties['BucketName'] = { Ref: id };
          }
        }
      },
      'UNRESOLVED_INTRINSIC',
      'which leads back to itself',
    ],
    [
      'has an alarm that acts on something else',
      (resources) => {
        for (const { Type, Properties } of Object.values(resources)) {
          if (Type.startsWith('AWS::CloudWatch::') && Type.endsWith('Alarm')) {
            Properties['OKActions'] = ['arn:aws:elsewhere'];
          }
        }
      },
      'UNSUPPORTED_RESOURCE',
      '.OKActions: targets a resource type that the rehearsal does not model, got arn:aws:elsewhere; the rehearsal knows topics and functions',
    ],
    [
      'has a rule whose target is something else',
      (resources) => {
        for (const { Type, Properties } of Object.values(resources)) {
          if (Type === 'AWS::Events::Rule') {
            Properties['Targets'] = [{ Arn: 'arn:aws:elsewhere', Id: 'a' }];
          }
        }
      },
      'UNSUPPORTED_RESOURCE',
      '.Targets: targets a resource type that the rehearsal does not model, got arn:aws:elsewhere; the rehearsal knows topics, queues and',
    ],
    [
      'serves its shop by a wildcard',
      (resources) => {
        for (const { Type, Properties } of Object.values(resources)) {
          if (Type === 'AWS::Route53::RecordSet' && Properties['Name'] === 'shop.example.com.') {
            Properties['Name'] = '*.example.com.';
          }
        }
      },
      'NOTHING_TO_REHEARSE',
      'shop.example.com: has no record of its own, and *.example.com does not answer for it any more, because ' +
        'Understudy/UnderstudyCertificate',
    ],
  ])('fails when it %s', async (_name, edit, code, text) => {
    const edited = await editedAssembly('edge', edit);
    try {
      await expect(build(edited.directory)).rejects.toMatchObject({
        code,
        message: expect.stringContaining(text),
      });
    } finally {
      edited.remove();
    }
  });
});
