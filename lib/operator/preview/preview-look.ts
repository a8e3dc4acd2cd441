/** A scheme that the preview forces on a page, whatever the browser prefers. */
export const SCHEMES = ['light', 'dark'] as const;

/** Which of the two schemes a page is shown in. */
export type Scheme = (typeof SCHEMES)[number];

/** A window: a phone's, a tablet's, a desktop's. */
export const WINDOWS = [
  { width: 360, height: 740 },
  { width: 820, height: 1_180 },
  { width: 1_440, height: 900 },
] as const;

/** How the gallery shows its frames. */
export interface Look {
  readonly window: (typeof WINDOWS)[number];
  /** @default - both, side by side */
  readonly scheme?: Scheme;
}

const [PHONE] = WINDOWS;

/** The look that the gallery's address asks for: a phone's window and both schemes, unless it says otherwise. */
export function lookOf(query: URLSearchParams): Look {
  return {
    window: WINDOWS.find(({ width }) => width === Number(query.get('width'))) ?? PHONE,
    scheme: SCHEMES.find((scheme) => scheme === query.get('scheme')),
  };
}
