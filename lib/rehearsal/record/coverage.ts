import type { ResourceCoverage } from '../aws/assembly/deployment';

/** What a rehearsal looked at, and what not. */
export interface Coverage {
  readonly modelled: readonly ResourceCoverage[];
  /** Resources that play no part, and alarms that never have data or whose messages are lost, with the reason. */
  readonly aside: readonly { readonly name: string; readonly type: string; readonly because: string }[];
  /** Off the failover path: resources of which the rehearsal does not know the type, or some of the properties. */
  readonly unknown: readonly { readonly name: string; readonly type: string }[];
}
