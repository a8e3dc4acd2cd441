import { contrastRatio, isHexColor } from './color';
import { baseColors, MINIMUM_CONTRAST } from './color-scheme';
import type { EmergencyPageColors } from './emergency-page-props';

/** Rounded down, so that a ratio just below the limit never reads as the limit. */
const twoPlaces = (ratio: number): string => (Math.floor(ratio * 100) / 100).toFixed(2);

function validateContrast(colors: Required<EmergencyPageColors>, path: string): string[] {
  const { background } = colors;
  return (['accent', 'text'] as const).flatMap((name) => {
    const ratio = contrastRatio(colors[name], background);
    if (ratio >= MINIMUM_CONTRAST) {
      return [];
    }
    return [
      `${path}.${name}: can't be read on the background ${background}, got ${colors[name]} with a contrast of ` +
        `${twoPlaces(ratio)}; at least ${MINIMUM_CONTRAST} is needed`,
    ];
  });
}

/** What is wrong with the colours: first their form, then their contrast (WCAG 2.2, 1.4.3). */
export function validateColors(colors: EmergencyPageColors | undefined, path: string): string[] {
  const base = baseColors(colors);
  const malformed = (['accent', 'background', 'text'] as const).filter((name) => !isHexColor(base[name]));
  if (malformed.length === 0) {
    return validateContrast(base, path);
  }
  return malformed.map((name) => `${path}.${name}: must be a colour in #rrggbb form, got ${base[name]}`);
}
