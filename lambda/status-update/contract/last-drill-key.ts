/** A page that always holds the report of the last drill: runbooks name it, because they are written before any drill. */
export const LAST_DRILL_KEY = 'reviews/last-drill.html';
