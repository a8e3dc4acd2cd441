import type { StoreFault } from './fault';

/** The stage of TLS: who doesn't speak it, or doesn't look at certificates, gets past it. */
export const TLS = 2;

/**
 * Where a fault strikes: at the name, the connection, TLS, the silence after it, or the answer. It hides those further on.
 */
export const STAGES: Readonly<Record<StoreFault['kind'], number>> = {
  'name fails': 0,
  refuses: 1,
  'black hole': 1,
  'certificate expired': TLS,
  hangs: 3,
  errors: 4,
  slow: 4,
  reworded: 4,
  'wrong content': 4,
};
