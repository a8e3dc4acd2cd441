import * as z from 'zod/mini';

/** Markers that are remembered, newest first. */
const MAX_MARKERS = 10;

/** Markers that a message names. */
const MAX_NAMED = 3;

/** Longest note in characters: three of them must fit into a message. */
export const MAX_NOTE_LENGTH = 60;

/** What a person or a program may note: a change of something else than the store's code, or a campaign for shoppers. */
export const NOTE_KINDS = ['change', 'campaign'] as const;

/** Something that somebody did, as the first thing to suspect when the store fails afterwards. */
export const markerSchema = z.object({
  kind: z.enum(['deployed', ...NOTE_KINDS]),
  /** A version, or a few words. */
  text: z.string(),
  atMs: z.number(),
});

/** Something that somebody did. */
export type Marker = Readonly<z.infer<typeof markerSchema>>;

/** The markers with one more in front; the oldest fall out. */
export function addMarker(markers: readonly Marker[], marker: Marker): Marker[] {
  return [marker, ...markers].slice(0, MAX_MARKERS);
}

/** Where markers stand, beside the last deployment, which alone was remembered at first. */
interface Marked {
  readonly markers?: readonly Marker[] | undefined;
  readonly deployment?: { readonly version: string; readonly atMs: number } | null | undefined;
}

/** The last three, newest first. */
export function recentMarkers({ markers = [], deployment }: Marked): readonly Marker[] {
  const isKnown = deployment == null || markers.some(({ kind }) => kind === 'deployed');
  const all = isKnown
    ? markers
    : [...markers, { kind: 'deployed', text: deployment.version, atMs: deployment.atMs } as const];
  return all.toSorted((one, other) => other.atMs - one.atMs).slice(0, MAX_NAMED);
}

/** One marker in a few words: `deployed v1.2.3`, `campaign "Spring sale"`. */
export function nameOf({ kind, text }: Marker): string {
  return kind === 'deployed' ? `deployed ${text}` : `${kind} "${text}"`;
}
