/** The attribute of the state's item that channels may read: JSON of {@link Newest}. */
export const NEWEST_ATTRIBUTE = 'newest';
