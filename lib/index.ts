export type {
  EmergencyPageColors,
  EmergencyPageContact,
  EmergencyPageProps,
  SalesChannel,
} from './emergency-site/page/emergency-page-props';
export { REHEARSAL_METADATA_KEY, type RehearsalMetadata } from './rehearsal-budgets';
export { type HostNameTarget, type IpTarget, type LoadBalancerTarget, StoreTarget } from './store-target';
export { Understudy } from './understudy';
export type * from './understudy-props';
