import { FAULT } from '../../../lib/rehearsal/scenario/fault';
import { hiddenBy } from '../../../lib/rehearsal/scenario/hidden-by';

const fault = (given: object) => FAULT.parse({ kind: 'refuses', fromSeconds: 100, toSeconds: 200, ...given });
const EXPIRED = fault({ kind: 'certificate expired' });

describe('a fault behind another', () => {
  test.each([
    ['nothing answers', EXPIRED, {}, true],
    ['packets vanish', EXPIRED, { kind: 'black hole' }, true],
    ['nothing is ever sent', fault({ kind: 'wrong content' }), { kind: 'hangs' }, true],
    ['nothing is sent, which a handshake comes before', EXPIRED, { kind: 'hangs' }, false],
    [
      'a certificate fails, for who checks it',
      fault({ kind: 'hangs' }),
      { kind: 'certificate expired' },
      false,
    ],
    ['a name fails, for who asks for it', EXPIRED, { kind: 'name fails' }, false],
    ['another fault of the same stage comes', fault({}), { kind: 'black hole' }, false],
    ['only a path fails', EXPIRED, { paths: ['/checkout'] }, false],
    ['it comes and goes', EXPIRED, { flaps: { downSeconds: 10, upSeconds: 10 } }, false],
    ['it begins sooner', EXPIRED, { fromSeconds: 101 }, false],
    ['it ends later', EXPIRED, { toSeconds: 199 }, false],
  ])('is hidden where %s', (_, behind, given, isHidden) => {
    const other = fault(given);
    expect(hiddenBy(behind, [behind, other])).toBe(isHidden ? other : undefined);
  });

  test('is never hidden where it is not of the store', () => {
    expect(hiddenBy(fault({ kind: 'functions fail' }), [fault({})])).toBeUndefined();
  });
});
