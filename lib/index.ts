export type { Severity } from './alarms/symptom';
export type { OwnFunction } from './bundling/own-function';
export type { StoreDocuments } from './emergency-site/documents';
export type {
  BasketPlace,
  EmergencyPageColors,
  EmergencyPageContact,
  EmergencyPageProps,
  LocalizedText,
  NotifyMe,
  Offer,
  PageLink,
} from './emergency-site/page/emergency-page-props';
export { REHEARSAL_METADATA_KEY, type RehearsalMetadata } from './rehearsal-budgets';
export {
  type BuiltInChannel,
  Channel,
  type ChannelSecret,
  type ChannelSources,
  type PagerDutyOptions,
} from './status-updates/channels/channel';
export { type HostNameTarget, type IpTarget, type LoadBalancerTarget, StoreTarget } from './store-target';
export { Understudy } from './understudy';
export type * from './understudy-props';
export { PropsError } from './validation/props-error';
