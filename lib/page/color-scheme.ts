import { contrastRatio, mixColors, relativeLuminance } from './color';
import type { EmergencyPageColors } from './emergency-page-props';

/** The least contrast of text (WCAG 2.2, success criterion 1.4.3, level AA). */
export const MINIMUM_CONTRAST = 4.5;

/** Every colour the page uses, each in `#rrggbb` form. */
export interface ColorScheme {
  /** Behind the card; nothing is written on it. */
  readonly canvas: string;
  readonly background: string;
  readonly text: string;
  /** Text of less weight, still readable on `background`. */
  readonly muted: string;
  /** Links and buttons; a button's own label has the colour of `background`. */
  readonly accent: string;
  /** Lines that only decorate. */
  readonly line: string;
}

const NEUTRAL: Required<EmergencyPageColors> = { accent: '#1a56c4', background: '#ffffff', text: '#1a1a1a' };
const DARK = { background: '#17191e', text: '#f2f3f5' };
/** Below this luminance white text reads better than black text, so the colour counts as dark. */
const DARK_LUMINANCE = 0.179;
const STEPS = 20;

/** The user's colours with the defaults filled in. */
export const baseColors = (colors?: EmergencyPageColors): Required<EmergencyPageColors> => ({
  ...NEUTRAL,
  ...colors,
});

const readable = (color: string, background: string): boolean =>
  contrastRatio(color, background) >= MINIMUM_CONTRAST;

/** The first colour on the way from `from` to `to` that is readable on `background`; `to` itself is taken to be. */
function firstReadable(from: string, to: string, background: string): string {
  for (let step = 0; step < STEPS; step++) {
    const candidate = mixColors(from, to, step / STEPS);
    if (readable(candidate, background)) {
      return candidate;
    }
  }
  return to;
}

const schemeOf = ({ accent, background, text }: Required<EmergencyPageColors>): ColorScheme => ({
  canvas: mixColors(background, text, relativeLuminance(background) < DARK_LUMINANCE ? 0.04 : 0.06),
  background,
  text,
  muted: firstReadable(mixColors(text, background, 0.3), text, background),
  accent,
  line: mixColors(background, text, 0.16),
});

/** The scheme in the user's own colours. */
export const lightScheme = (colors?: EmergencyPageColors): ColorScheme => schemeOf(baseColors(colors));

/**
 * The scheme for shoppers who prefer dark colours: neutral, with the accent lightened until it can be read. A
 * brand that is dark already stays as it is.
 */
export function darkScheme(colors?: EmergencyPageColors): ColorScheme {
  const base = baseColors(colors);
  if (relativeLuminance(base.background) < DARK_LUMINANCE) {
    return schemeOf(base);
  }
  return schemeOf({ ...DARK, accent: firstReadable(base.accent, '#ffffff', DARK.background) });
}
