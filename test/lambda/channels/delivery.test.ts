import { deliveryFor } from '../../../lambda/channels/delivery';

describe('delivery over HTTP', () => {
  test.each([
    [199, 'refused'],
    [200, 'delivered'],
    [202, 'delivered'],
    [299, 'delivered'],
    [300, 'refused'],
    [400, 'refused'],
    [404, 'refused'],
    [407, 'refused'],
    [408, 'unavailable'],
    [409, 'refused'],
    [428, 'refused'],
    [429, 'unavailable'],
    [430, 'refused'],
    [499, 'refused'],
    [500, 'unavailable'],
    [503, 'unavailable'],
  ])('with status %i is %s', (status, kind) => {
    expect(deliveryFor(status).kind).toBe(kind);
  });

  test('says what the receiver answered', () => {
    expect(deliveryFor(404)).toEqual({ kind: 'refused', because: 'the receiver answered 404' });
  });
});
