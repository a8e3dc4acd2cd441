import type { Exchange } from '../../../../../lib/rehearsal/kernel/network/exchange';
import { breakExchange, concerns } from '../../../../../lib/rehearsal/play/store/faults/break-exchange';
import type { StoreFault } from '../../../../../lib/rehearsal/scenario/fault';
import { aResponse } from '../../../../parity/helpers/exchanges';

const span = { fromSeconds: 0, toSeconds: 100, text: '' };
const attempt = {
  address: 'shop.example',
  protocol: 'https',
  sinceStartMs: 50_000,
  random: () => 0.5,
} as const;
const well = aResponse();

const get = (path: string) => ({ method: 'GET', path });

describe('fault of the store', () => {
  test.each<[StoreFault, object]>([
    [{ kind: 'refuses', ...span }, { kind: 'connect-refused' }],
    [
      { kind: 'black hole', ...span },
      { kind: 'connect-timeout', elapsedMs: Number.POSITIVE_INFINITY },
    ],
    [{ kind: 'hangs', ...span }, { kind: 'no-response' }],
    [
      { kind: 'certificate expired', ...span },
      { kind: 'tls-failure', reason: 'certificate' },
    ],
    [
      { kind: 'wrong content', ...span },
      { kind: 'response', status: 200 },
    ],
    [
      { kind: 'errors', status: 500, sharePercent: 100, rampSeconds: 0, ...span },
      { kind: 'response', status: 500 },
    ],
  ])('$kind is met by whoever asks', (fault, expected) => {
    expect(breakExchange(well, fault, attempt)).toMatchObject(expected);
  });

  test.each([
    [50, 0.499, 503],
    [50, 0.5, 200],
    [0, 0, 200],
  ])('lets %i %% of the requests fail: the one drawn as %d gets %i', (sharePercent, drawn, status) => {
    const fault: StoreFault = { kind: 'errors', status: 503, sharePercent, rampSeconds: 0, ...span };
    const exchange = breakExchange(aResponse({ status: 200 }), fault, { ...attempt, random: () => drawn });
    expect(exchange).toMatchObject({ status });
  });

  test('makes an answer later by its delay, half of it halfway up its ramp', () => {
    const slow: StoreFault = { kind: 'slow', delaySeconds: 8, rampSeconds: 0, ...span };
    const delay = (fault: StoreFault) => {
      const exchange = breakExchange(well, fault, attempt);
      return exchange.kind === 'response' && exchange.firstByteMs - well.firstByteMs;
    };
    expect(delay(slow)).toBe(8_000);
    expect(delay({ ...slow, rampSeconds: 100 })).toBe(4_000);
  });

  test.each([
    ['shop-alb.elb.amazonaws.com', 'dns-failure'],
    ['192.0.2.1', 'response'],
    ['2001:db8::1', 'response'],
  ])('of the name concerns only who looks it up: %s', (address, kind) => {
    expect(breakExchange(well, { kind: 'name fails', ...span }, { ...attempt, address })).toMatchObject({
      kind,
    });
  });

  test('leaves alone what another one has cut off', () => {
    const refused = { kind: 'connect-refused', elapsedMs: 30 } as const;
    const slow: StoreFault = { kind: 'slow', delaySeconds: 8, rampSeconds: 0, ...span };
    expect(breakExchange(refused, slow, attempt)).toBe(refused);
    expect(breakExchange(refused, { kind: 'wrong content', ...span }, attempt)).toBe(refused);
  });

  test('of the certificate concerns only who speaks TLS', () => {
    const expired: StoreFault = { kind: 'certificate expired', ...span };
    expect(breakExchange(well, expired, { ...attempt, protocol: 'http' })).toBe(well);
  });

  test('leaves what is behind a certificate to whoever does not validate it', () => {
    const errors: StoreFault = { kind: 'errors', status: 503, sharePercent: 100, rampSeconds: 0, ...span };
    const faults: readonly StoreFault[] = [{ kind: 'certificate expired', ...span }, errors];
    for (const order of [faults, faults.toReversed()]) {
      const exchange = order.reduce<Exchange>((met, fault) => breakExchange(met, fault, attempt), well);
      expect(exchange).toMatchObject({ kind: 'tls-failure', behind: { kind: 'response', status: 503 } });
    }
  });

  const KINDS = ['name fails', 'refuses', 'certificate expired', 'hangs', 'wrong content'] as const;
  test('hides those that a client would meet later, in whatever order they are looked at', () => {
    for (const [stage, kind] of KINDS.entries()) {
      const alone = breakExchange(well, { kind, ...span }, attempt);
      for (const later of KINDS.slice(stage + 1)) {
        const met = (first: (typeof KINDS)[number], second: (typeof KINDS)[number]) =>
          breakExchange(
            breakExchange(well, { kind: first, ...span }, attempt),
            { kind: second, ...span },
            attempt,
          );
        expect([kind, later, met(kind, later).kind]).toEqual([kind, later, alone.kind]);
        expect([later, kind, met(later, kind).kind]).toEqual([later, kind, alone.kind]);
      }
    }
  });

  test.each([
    ['/checkout', true],
    ['/checkout?step=2', true],
    ['/checkout/pay', true],
    ['/checkouts', false],
    ['/', false],
  ])('that names /checkout concerns %s: %s', (path, expected) => {
    expect(concerns({ kind: 'refuses', ...span, paths: ['/checkout'] }, get(path))).toBe(expected);
    expect(concerns({ kind: 'refuses', ...span }, get(path))).toBe(true);
  });

  test.each([
    ['/shop/', '/shop/cart', true],
    ['/shop/', '/shops', false],
    ['/', '/anything', true],
  ])('that names %s concerns %s: %s', (named, path, expected) => {
    expect(concerns({ kind: 'refuses', ...span, paths: [named] }, get(path))).toBe(expected);
  });

  test.each([
    ['POST', '/checkout', true],
    ['PUT', '/checkout', true],
    ['GET', '/checkout', false],
    ['POST', '/cart', false],
  ] as const)('that names POST and PUT at /checkout concerns %s %s: %s', (method, path, expected) => {
    const fault = { kind: 'refuses', ...span, paths: ['/checkout'], methods: ['POST', 'PUT'] } as const;
    expect(
      concerns({ ...fault, paths: [...fault.paths], methods: [...fault.methods] }, { method, path }),
    ).toBe(expected);
  });
});
