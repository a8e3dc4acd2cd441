import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Understudy } from '../../../lib';
import type { DeployedStack, Inspector } from '../../../lib/operator/verify/inspector';
import { askLocation } from '../../../lib/operator/verify/mirrored/ask-location';
import { mirroredPaths, pathThatFits } from '../../../lib/operator/verify/mirrored/mirrored-paths';
import { leadsBack, verifyMirrored } from '../../../lib/operator/verify/verify-mirrored';
import { selfSignedCertificate } from '../../../lib/rehearsal/aws/sns/self-signed-certificate';
import { APP_CONTEXT, edgeProps } from '../../helpers/store-props';
import type { Properties } from '../../helpers/template';

/** A store that is not cut over yet and mirrors a folder and a document, as CloudFormation would tell of it. */
function mirroringStack(): DeployedStack {
  const context = { ...APP_CONTEXT, 'aws:cdk:bundling-stacks': [] };
  const stack = new Stack(new App({ context, builtinCloudFormationValidation: false }), 'Understudy', {
    env: { region: 'us-east-1' },
  });
  new Understudy(stack, 'Understudy', {
    ...edgeProps({ mirroredPathPatterns: ['/static/*'], alternateDomainNames: ['www.shop.example.com'] }),
    documents: { '/robots.txt': 'User-agent: *' },
    cutOver: false,
  });
  const resources = Object.entries<Properties>(Template.fromStack(stack).toJSON().Resources);
  return {
    outputs: {},
    resources: resources.map(([logicalId, { Type: type, Properties: properties = {} }]) => ({
      logicalId,
      type,
      properties,
    })),
  };
}

const STACK = mirroringStack();
const SILENT = async () => Promise.reject(new Error('refused'));

const findings = (location: Inspector['location'], records: readonly object[] = [AT_STANDBY, AT_PRIMARY]) =>
  verifyMirrored(STACK, { recordSets: async () => records, location } as unknown as Inspector);
const AT_STANDBY = { Failover: 'SECONDARY', ResourceRecords: [{ Value: 'dead.example.com' }] };
const AT_PRIMARY = { Failover: 'PRIMARY', ResourceRecords: [{ Value: 'alb.example.com' }] };

const LOOP =
  "the store, asked as origin.shop.example.com, redirects /robots.txt, /static/ to the shop's own name, where CloudFront " +
  'asks it as origin.shop.example.com again: shoppers never get there; exempt that name from the redirect, or take the ' +
  'paths out of mirroredPathPatterns (sharedPathPatterns keep the name) and documents';

describe('verification of mirrored paths', () => {
  test('names those that a store redirects to its own name', async () => {
    const location = async ({ path }: { path: string }) => ({
      status: 301,
      location: `https://shop.example.com${path}`,
    });
    expect(await findings(location)).toEqual([{ ok: false, subject: 'mirrored paths', detail: LOOP }]);
  });

  test("asks the primary under the origin's name, wherever that leads now", async () => {
    const asked: object[] = [];
    const found = await findings(async (request) => {
      asked.push(request);
      return { status: 404 };
    });
    const place = { connectTo: 'alb.example.com', originName: 'origin.shop.example.com' };
    expect(asked).toEqual([
      { ...place, path: '/robots.txt' },
      { ...place, path: '/static/' },
    ]);
    expect(found).toEqual([
      {
        ok: true,
        subject: 'mirrored paths',
        detail: 'origin.shop.example.com redirects none of /robots.txt, /static/ back to itself',
      },
    ]);
  });

  test("warns of a store that does not answer under the origin's name", async () => {
    expect(await findings(SILENT)).toEqual([
      {
        ok: true,
        warns: true,
        subject: 'mirrored paths',
        detail:
          'alb.example.com does not answer as origin.shop.example.com: refused; whether it redirects is not known, and ' +
          'until it answers under that name shoppers get the copies in the emergency bucket',
      },
    ]);
  });

  test('names a loop although the store falls silent afterwards', async () => {
    const found = await findings(({ path }) =>
      path === '/robots.txt'
        ? Promise.resolve({ status: 302, location: 'https://shop.example.com/robots.txt' })
        : SILENT(),
    );
    expect(found).toMatchObject([{ ok: false, detail: expect.stringContaining('redirects /robots.txt to') }]);
  });

  test('leaves it to the look at the records to say that one is gone', async () => {
    expect(await findings(SILENT, [])).toEqual([]);
  });

  test('asks nothing of a stack that mirrors nothing', () => {
    const type = 'AWS::CloudFront::Distribution';
    const properties = { DistributionConfig: { Origins: [{ Id: 'store', DomainName: 'o.example.com' }] } };
    const resources = [{ logicalId: 'Edge', type, properties }];
    expect(mirroredPaths({ outputs: {}, resources })).toEqual([]);
  });
});

describe('a mirrored path', () => {
  const shop = { shopNames: ['shop.example.com', 'www.shop.example.com'] };

  test.each([
    [301, 'https://shop.example.com/static/'],
    [302, 'https://www.shop.example.com/static/'],
    [307, 'http://SHOP.example.com/static/'],
    [308, '//shop.example.com:443/static/'],
    [399, '/static/'],
  ])('leads back with %i to %s', (status, location) => {
    expect(leadsBack('/static/', { status, location }, shop)).toBe(true);
  });

  test.each([
    [299, 'https://shop.example.com/static/'],
    [400, 'https://shop.example.com/static/'],
    [301, undefined],
    [301, 'https://'],
    [301, 'https://shop.example.com/static'],
    [301, 'https://shop.example.com/static/?v=1'],
    [301, 'https://shop.example.com:8443/static/'],
    [301, 'https://cdn.example.com/static/'],
  ])('does not with %i to %s', (status, location) => {
    const answer = { status, ...(location !== undefined && { location }) };
    expect(leadsBack('/static/', answer, shop)).toBe(false);
  });

  test.each([
    ['/static/*', '/static/'],
    ['*.css', '/.css'],
    ['/v?/*.js', '/vx/.js'],
    ['robots.txt', '/robots.txt'],
    ['*', '/'],
  ])('stands for a pattern: %s', (pattern, path) => {
    expect(pathThatFits(pattern)).toBe(path);
  });
});

describe('asking a store as CloudFront does', () => {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = keys.privateKey.export({ type: 'pkcs8', format: 'pem' });
  const cert = selfSignedCertificate(keys, 'shop.example.com');
  let server: Server;
  const ask = async (listener: RequestListener, timeoutMs?: number) => {
    server = createServer({ key, cert }, listener);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const place = { connectTo: '127.0.0.1', originName: 'origin.shop.example.com', path: '/a', port };
    return askLocation(place, timeoutMs);
  };
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  test('meets the redirect of a store that knows its own name only', async () => {
    let servername: unknown;
    const answer = await ask(({ headers, url, socket, method }, response) => {
      servername = (socket as { servername?: unknown }).servername;
      const isItsOwn = headers.host === 'shop.example.com';
      response.writeHead(isItsOwn || method !== 'GET' ? 200 : 301, {
        location: `https://shop.example.com${url}`,
      });
      response.write('a body that never ends');
    });
    expect(answer).toEqual({ status: 301, location: 'https://shop.example.com/a' });
    expect(servername).toBe('origin.shop.example.com');
  });

  test('tells of no place where the store names none', async () => {
    const listener: RequestListener = (_request, response) => response.end('User-agent: *');
    expect(await ask(listener)).toEqual({ status: 200 });
  });

  test('fails when nobody answers', async () => {
    await expect(ask((_request, response) => response.destroy())).rejects.toThrow('socket hang up');
  });

  test('gives up on a store that takes too long', async () => {
    await expect(ask(() => undefined, 100)).rejects.toThrow('no answer within 0.1 s');
  });
});
