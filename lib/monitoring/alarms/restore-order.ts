/** What decides on the place of an endpoint. */
export interface Restorable {
  readonly critical: boolean;
  readonly restoreOrder?: number | undefined;
}

/** Endpoints in the order in which they are restored: as people say, then those that close the store, then as listed. */
export const inRestoreOrder = <E extends Restorable>(endpoints: readonly E[]): readonly E[] =>
  endpoints.toSorted(
    (one, other) => placeOf(one) - placeOf(other) || Number(other.critical) - Number(one.critical),
  );

/** Behind every place that can be given. Not infinite: two of those have no difference. */
const placeOf = ({ restoreOrder = Number.MAX_SAFE_INTEGER }: Restorable): number => restoreOrder;
