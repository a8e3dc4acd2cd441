/** The attribute of the state's item that channels may read: JSON in the form of `newestSchema`. */
export const NEWEST_ATTRIBUTE = 'newest';
