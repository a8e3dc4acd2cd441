import fc from 'fast-check';
import { contrastRatio } from '../../lib/page/color';
import { type ColorScheme, darkScheme, lightScheme } from '../../lib/page/color-scheme';
import { validateColors } from '../../lib/page/validate-colors';

const hexColor = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);
const acceptedColors = fc
  .record({ accent: hexColor, background: hexColor, text: hexColor })
  .filter((colors) => validateColors(colors, 'colors').length === 0);

const leastContrast = ({ accent, background, muted, text }: ColorScheme): number =>
  Math.min(...[accent, muted, text].map((color) => contrastRatio(color, background)));

describe('colour scheme', () => {
  test.each([
    ['light', lightScheme],
    ['dark', darkScheme],
  ])('in %s everything can be read, whatever colours are accepted', (_name, schemeFor) => {
    fc.assert(
      fc.property(acceptedColors, (colors) => {
        expect(leastContrast(schemeFor(colors))).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  test('in dark the background is dark although the brand is light', () => {
    expect(darkScheme({ accent: '#1a56c4', background: '#ffffff' }).background).toBe('#17191e');
  });

  test('in dark a brand that is dark already keeps its colours', () => {
    const colors = { accent: '#ffcc00', background: '#101010', text: '#fafafa' };
    expect(darkScheme(colors)).toEqual(lightScheme(colors));
  });

  test('without colours is neutral and readable', () => {
    expect(leastContrast(lightScheme())).toBeGreaterThanOrEqual(4.5);
    expect(leastContrast(darkScheme())).toBeGreaterThanOrEqual(4.5);
  });
});
