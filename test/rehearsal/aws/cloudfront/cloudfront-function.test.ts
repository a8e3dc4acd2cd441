import { loadCloudFrontFunction } from '../../../../lib/rehearsal/aws/cloudfront/cloudfront-function';
import { aBehavior, anEdgeLocation } from '../../helpers/a-distribution';
import { page } from '../../helpers/store-does';

const EVENT = {
  version: '1.0',
  context: {
    distributionDomainName: 'd1.example',
    distributionId: 'E1',
    eventType: 'viewer-request',
    requestId: '1',
  },
  viewer: { ip: '192.0.2.1' },
  request: { method: 'GET', uri: '/', querystring: {}, headers: {}, cookies: {} },
} as const;

/** What a function whose handler returns this expression returns at some instants. */
function returns(expression: string, ...instants: readonly number[]): readonly unknown[] {
  const run = loadCloudFrontFunction(`function handler() { return { said: ${expression} }; }`, 'Say');
  return instants.map((nowMs) => {
    const outcome = run(EVENT, nowMs);
    return outcome.kind === 'returned' ? (outcome.value as { said: unknown }).said : outcome;
  });
}

describe('code of a CloudFront Function', () => {
  test.each([
    ['typeof process + typeof require + typeof globalThis.Buffer', 'undefinedundefinedundefined'],
    ["console.log.constructor('return typeof process')()", 'undefined'],
  ])('can reach nothing but the language: %s', (expression, said) => {
    expect(returns(expression, 0)).toEqual([said]);
  });

  test.each([
    ['Date.now()'],
    ['new Date().getTime()'],
    ['+new Date()'],
    ['Date.parse(new Date().toISOString())'],
    ['Date.parse(Date())'],
  ])('has the time of the rehearsal: %s', (expression) => {
    expect(returns(expression, 1_000, 86_400_000)).toEqual([1_000, 86_400_000]);
  });

  test.each([
    ["new Date('2026-11-27T09:00:00Z').getTime()", Date.UTC(2026, 10, 27, 9)],
    ['Date.UTC(1970, 0, 2)', 86_400_000],
    ['new Date(5) instanceof Date', true],
  ])('can tell other times: %s', (expression, said) => {
    expect(returns(expression, 1)).toEqual([said]);
  });

  test('draws the same chances in every rehearsal', () => {
    const draws = () => returns('Math.random()', 1, 2, 3) as readonly number[];
    expect(draws()).toEqual(draws());
    expect(new Set(draws()).size).toBe(3);
    for (const drawn of draws()) {
      expect(drawn).toBeGreaterThanOrEqual(0);
    }
    for (const drawn of draws()) {
      expect(drawn).toBeLessThan(1);
    }
  });

  test.each([
    [
      'async function handler(event) { return event.request; }',
      'an async handler is not modelled; return the request or response itself',
    ],
    [
      "import crypto from 'crypto'; function handler() {}",
      "can't be loaded, got SyntaxError: Cannot use import statement outside a module; imports but that of cloudfront, and key value stores, are not modelled",
    ],
    [
      'function handler(}',
      "can't be loaded, got SyntaxError: Unexpected token '}'; imports but that of cloudfront, and key value stores, are not modelled",
    ],
    [
      "throw new Error('oops')",
      "can't be loaded, got Error: oops; imports but that of cloudfront, and key value stores, are not modelled",
    ],
    ['function handle() {}', 'must have a function named handler, got undefined; declare it'],
    ['var handler = 1', 'must have a function named handler, got number; declare it'],
  ])('stops the rehearsal by name when it is no handler: %s', (code, problem) => {
    expect(() => loadCloudFrontFunction(code, 'Stack/Fn')).toThrow(
      expect.objectContaining({ code: 'UNSUPPORTED_PROPERTY', message: `Stack/Fn.FunctionCode: ${problem}` }),
    );
  });

  const endless = expect.objectContaining({
    code: 'UNSUPPORTED_PROPERTY',
    message: 'Stack/Fn.FunctionCode: does not end within 2 seconds; let every loop come to its end',
  });

  test('stops the rehearsal by name when loading it does not end', () => {
    expect(() => loadCloudFrontFunction('while (true);', 'Stack/Fn')).toThrow(endless);
  });

  test.each([
    'while (true);',
    'for (;;);',
    'do {} while /* ever */\n(true);',
    'try { for (;;); } catch (e) { return {}; }',
  ])('stops the rehearsal by name when a call of it does not end: %s', (loop) => {
    const run = loadCloudFrontFunction(`function handler() { ${loop} }`, 'Stack/Fn');
    expect(() => run(EVENT, 0)).toThrow(endless);
  });

  test('is called again and again when its loops end', () => {
    const code =
      'let calls = 0; function handler() { calls += 1; for (let i = 0; i < 1e5; i += 1); return { said: calls }; }';
    const run = loadCloudFrontFunction(code, 'Stack/Fn');
    expect([run(EVENT, 0), run(EVENT, 1)]).toEqual([
      { kind: 'returned', value: { said: 1 } },
      { kind: 'returned', value: { said: 2 } },
    ]);
  });

  test.each([
    ["for (;;) throw new Error('oops');", 'Error: oops'],
    ['return handler();', 'RangeError: Maximum call stack size exceeded'],
  ])('fails one request, and not the rehearsal, when it throws: %s', (body, error) => {
    const run = loadCloudFrontFunction(`function handler() { ${body} }`, 'Stack/Fn');
    expect(run(EVENT, 0)).toEqual({ kind: 'threw', error });
  });
});

describe('event of a CloudFront Function', () => {
  // Where no cookies are forwarded, none come back.
  const originRequestPolicy = { ...aBehavior().originRequestPolicy, cookies: { kind: 'all' } } as const;
  /** What a function at an edge location is told, as it says in a header. */
  const told = async (type: 'viewerRequest' | 'viewerResponse', expression: string) => {
    const answer =
      type === 'viewerRequest'
        ? `{ statusCode: 200, headers: { told: { value: JSON.stringify(${expression}) } } }`
        : `Object.assign(event.response, { headers: { told: { value: JSON.stringify(${expression}) } } })`;
    const code = `function handler(event) { return ${answer}; }`;
    const { internet, ask } = anEdgeLocation({
      defaultBehavior: aBehavior({ originRequestPolicy, [type]: loadCloudFrontFunction(code, 'Tell') }),
    });
    const response = page('teapot');
    internet.answer = () => ({
      ...response,
      headers: { ...response.headers, 'set-cookie': 'a=b=c; Path=/; Secure' },
    });
    return JSON.parse((await ask('/teapot', 5_000)).headers['told'] ?? 'null');
  };

  test.each(['viewerRequest', 'viewerResponse'] as const)('tells where and when it is: %s', async (type) => {
    expect(await told(type, 'event.version')).toBe('1.0');
    expect(await told(type, 'event.context')).toEqual({
      distributionDomainName: 'd1.cloudfront.example',
      distributionId: 'E1',
      eventType: type === 'viewerRequest' ? 'viewer-request' : 'viewer-response',
      requestId: '5000',
    });
    // The store takes 60 ms to answer.
    expect(await told(type, 'Date.now()')).toBe(type === 'viewerRequest' ? 5_000 : 5_060);
  });

  test("has the response's cookie apart from its headers", async () => {
    expect(await told('viewerResponse', 'event.response.cookies')).toEqual({
      a: { value: 'b=c', attributes: 'Path=/; Secure' },
    });
    expect(await told('viewerResponse', "event.response.headers['set-cookie'] || null")).toBeNull();
  });

  test.each([
    ['', 'a=b=c; Path=/; Secure'],
    ["response.cookies.a.value = '2'", 'a=2; Path=/; Secure'],
    ["response.cookies = { seen: { value: 'yes' } }", 'seen=yes'],
    ['response.cookies = {}', undefined],
  ])('may change what cookie the viewer gets: %s', async (change, cookie) => {
    const code = `function handler({ response }) { ${change}; return response; }`;
    const { internet, ask } = anEdgeLocation({
      defaultBehavior: aBehavior({
        originRequestPolicy,
        viewerResponse: loadCloudFrontFunction(code, 'Change'),
      }),
    });
    const response = page('teapot');
    internet.answer = () => ({
      ...response,
      headers: { ...response.headers, 'set-cookie': 'a=b=c; Path=/; Secure' },
    });
    const { headers } = await ask('/teapot', 0);
    expect(headers['set-cookie']).toBe(cookie);
    expect(headers['cache-control']).toBe('public, max-age=60');
  });
});
