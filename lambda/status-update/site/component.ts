import { type Severity, usualSeverity } from '../contract/severity';
import type { ShopperUpdate } from '../state/shopper-update';

/** How the store is, as Statuspage's components say it. */
export type ComponentStatus =
  | 'operational'
  | 'degraded_performance'
  | 'partial_outage'
  | 'major_outage'
  | 'under_maintenance';

const BROKEN: Readonly<Record<Severity, ComponentStatus>> = {
  SEV1: 'major_outage',
  SEV2: 'partial_outage',
  SEV3: 'degraded_performance',
};

/** How the store is at a point of an incident or of maintenance. */
export function componentStatus({ status, kind }: Pick<ShopperUpdate, 'status' | 'kind'>): ComponentStatus {
  if (status === 'in_progress') {
    return 'under_maintenance';
  }
  const isBroken = (status === 'investigating' || status === 'identified') && kind !== 'on-standby';
  return isBroken && kind !== 'maintenance' ? BROKEN[usualSeverity(kind)] : 'operational';
}
