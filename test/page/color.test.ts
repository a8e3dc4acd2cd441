import fc from 'fast-check';
import { contrastRatio, isHexColor, mixColors, relativeLuminance } from '../../lib/page/color';

const hexColor = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('colour', () => {
  test.each([
    ['#a1b2c3', true],
    ['#A1B2C3', true],
    ['#abc', false],
    ['a1b2c3', false],
    ['#a1b2c3d', false],
    ['#g1b2c3', false],
    ['red', false],
  ])('%s has the form #rrggbb: %s', (text, right) => {
    expect(isHexColor(text)).toBe(right);
  });

  test.each([
    ['#000000', 0],
    ['#ffffff', 1],
    ['#ff0000', 0.2126],
    ['#00ff00', 0.7152],
    ['#0000ff', 0.0722],
    ['#808080', 0.2159],
  ])('%s has the luminance %d', (color, luminance) => {
    expect(relativeLuminance(color)).toBeCloseTo(luminance, 4);
  });

  test.each([
    ['#000000', '#ffffff', 21],
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
    ['#1a56c4', '#1a56c4', 1],
  ])('%s on %s has the contrast %d', (one, other, ratio) => {
    expect(contrastRatio(one, other)).toBeCloseTo(ratio, 2);
  });

  test('contrast is the same both ways and lies between 1 and 21', () => {
    fc.assert(
      fc.property(hexColor, hexColor, (one, other) => {
        const ratio = contrastRatio(one, other);
        expect(ratio).toBe(contrastRatio(other, one));
        expect(ratio).toBeGreaterThanOrEqual(1);
        expect(ratio).toBeLessThanOrEqual(21.0001);
      }),
    );
  });

  test.each([
    [0, '#000000'],
    [0.5, '#804020'],
    [1, '#ff8040'],
  ])('a mix with the share %d of #ff8040 on black is %s', (share, mixed) => {
    expect(mixColors('#000000', '#ff8040', share)).toBe(mixed);
  });
});
