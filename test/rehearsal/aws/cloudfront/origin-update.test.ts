import { storeRequestCode } from '../../../../lib/failover/edge/store-request-function';
import { loadCloudFrontFunction } from '../../../../lib/rehearsal/aws/cloudfront/cloudfront-function';
import { EDGE } from '../../../helpers/store-props';
import { aResponse } from '../../../parity/helpers/exchanges';
import { aBehavior, anEdgeLocation, SITE, STORE } from '../../helpers/a-distribution';
import { page } from '../../helpers/store-does';

/** The store behind the function that gets deployed, with the origin's own read timeout of a minute. */
function aStore(code = storeRequestCode(EDGE)) {
  const origin = { ...STORE, timeouts: { ...STORE.timeouts, readTimeoutMs: 60_000 } };
  const shop = anEdgeLocation({
    defaultBehavior: aBehavior({
      target: { kind: 'origin', origin },
      viewerRequest: loadCloudFrontFunction(code, 'Stack/StoreRequest'),
    }),
  });
  const answersAfter = (firstByteMs: number) => {
    shop.internet.answer = ({ address }) =>
      address === `at ${SITE.domainName}`
        ? page('emergency page')
        : aResponse({ connectMs: 0, bodyMs: 0, firstByteMs });
  };
  return { ...shop, answersAfter };
}

describe('a store behind the function that gets deployed', () => {
  test.each([
    ['GET', '/', 9_000, 200],
    ['GET', '/', 9_001, 503],
    ['HEAD', '/', 9_001, 503],
    ['POST', '/?wc-ajax=checkout', 9_001, 200],
    ['POST', '/checkout', 12_000, 200],
    ['PUT', '/api/cart', 60_000, 200],
    ['POST', '/checkout', 60_001, 503],
    ['GET', '/checkout/order-received/1', 60_000, 200],
    ['GET', '/checkout/order-received/1', 60_001, 503],
  ])('has %s %s answered after %i ms with %i', async (method, path, afterMs, status) => {
    const { ask, answersAfter } = aStore();
    answersAfter(afterMs);
    expect((await ask(path, 0, { method })).status).toBe(status);
  });

  test('never keeps the times of one request for the next', async () => {
    const { ask, answersAfter } = aStore();
    answersAfter(20_000);
    expect((await ask('/', 0)).status).toBe(503);
    expect((await ask('/', 30_000, { method: 'POST' })).status).toBe(200);
  });

  test('is asked by the secondary of a group as before', async () => {
    const group = { kind: 'group', primary: STORE, secondary: SITE, failoverStatusCodes: [504] } as const;
    const { ask, internet, asked } = anEdgeLocation({
      defaultBehavior: aBehavior({
        allowedMethods: ['GET'],
        target: group,
        viewerRequest: loadCloudFrontFunction(storeRequestCode(EDGE), 'Stack/StoreRequest'),
      }),
    });
    internet.answer = () => aResponse({ firstByteMs: 9_500 });
    expect((await ask('/', 0)).status).toBe(200);
    expect(asked()).toEqual([STORE.domainName, SITE.domainName]);
  });
});

describe('a function that uses the module cloudfront', () => {
  const handling = (body: string) =>
    `import cf from "cloudfront";\nfunction handler(event) { ${body}; return event.request; }`;
  const run = (body: string) => {
    const { ask, answersAfter } = aStore(handling(body));
    answersAfter(20);
    return ask('/', 0);
  };

  test.each([
    [
      "cf.updateRequestOrigin({ domainName: 'a.example' })",
      'cf.updateRequestOrigin with domainName is not modelled; change timeouts only, within their range',
    ],
    [
      "cf.selectRequestOriginById('other')",
      'cf.selectRequestOriginById is not modelled; use cf.updateRequestOrigin',
    ],
    ['try { cf.kvs() } catch (e) {}', 'cf.kvs is not modelled; use cf.updateRequestOrigin'],
  ])('stops the rehearsal by name, whatever it makes of the error: %s', async (body, problem) => {
    await expect(async () => run(body)).rejects.toMatchObject({
      code: 'UNSUPPORTED_PROPERTY',
      message: `Stack/StoreRequest.FunctionCode: ${problem}`,
    });
  });

  test('stops the rehearsal by name already when it is loaded', () => {
    const code = 'import cf from "cloudfront";\nconst store = cf.kvs();\nfunction handler(event) {}';
    expect(() => loadCloudFrontFunction(code, 'Stack/Fn')).toThrow(
      /^Stack\/Fn\.FunctionCode: .*cf\.kvs is not modelled/,
    );
  });

  test('fails one request when it throws, whatever it had said before', async () => {
    expect(
      await run("cf.updateRequestOrigin({ timeouts: { readTimeout: 1 } }); throw new Error('oops')"),
    ).toMatchObject({
      status: 503,
    });
  });
});
