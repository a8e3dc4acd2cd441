import { addMarker, type Marker, recentMarkers } from '../../../../lambda/status-update/contract/marker';

const marker = (text: string, atMs: number, kind: Marker['kind'] = 'change'): Marker => ({
  kind,
  text,
  atMs,
});

describe('markers', () => {
  test('name the last deployment of a state that is older than they are, until there is a newer one', () => {
    const deployment = { version: 'v1', atMs: 1 };
    expect(recentMarkers({ deployment })).toEqual([marker('v1', 1, 'deployed')]);
    const noted = [marker('firewall', 2)];
    expect(recentMarkers({ markers: noted, deployment }).map(({ text }) => text)).toEqual(['firewall', 'v1']);
    const deployed = addMarker(noted, marker('v2', 3, 'deployed'));
    expect(recentMarkers({ markers: deployed, deployment }).map(({ text }) => text)).toEqual([
      'v2',
      'firewall',
    ]);
  });

  test('are none where nobody noted anything', () => {
    expect(recentMarkers({ deployment: null })).toEqual([]);
  });

  test.each([
    [2, 2],
    [3, 3],
    [4, 3],
  ])('of %i name %i', (count, named) => {
    const markers = Array.from({ length: count }, (_, index) => marker(String(index), index));
    expect(recentMarkers({ markers })).toHaveLength(named);
  });

  test.each([
    [9, 10],
    [10, 10],
  ])('are kept after %i and one more: %i', (before, kept) => {
    const markers = Array.from({ length: before }, (_, index) => marker(String(index), index));
    expect(addMarker(markers, marker('new', 99))).toHaveLength(kept);
    expect(addMarker(markers, marker('new', 99))[0]?.text).toBe('new');
  });
});
