/**
 * How old an update may be when a channel carries it, in minutes. All three tries of Lambda take three; and an incident
 * that goes on has a newer update by then, or soon.
 */
export const MAX_AGE_MINUTES = 10;
