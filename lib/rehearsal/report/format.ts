/** Minutes and seconds since the start of the scenario: `+1:24.6`. */
export function formatOffset(ms: number): string {
  const tenths = Math.round(Math.abs(ms) / 100);
  const minutes = Math.floor(tenths / 600);
  const seconds = ((tenths % 600) / 10).toFixed(1).padStart(4, '0');
  return `${ms < 0 ? '-' : '+'}${minutes}:${seconds}`;
}

/** A duration in seconds; `never` when the thing did not happen. */
export const formatDuration = (ms: number | undefined): string =>
  ms === undefined ? 'never' : `${(ms / 1000).toFixed(1)} s`;
