export type { StoreAlarms } from './alarms/store-alarms';
export type { Severity } from './alarms/symptom';
export type { Topics } from './alarms/topics';
export type { WatcherAlarms } from './alarms/watcher-alarms';
export type { OwnFunction } from './bundling/own-function';
export type { AccessLogsBucket } from './emergency-site/access-logs-bucket';
export type { StoreDocuments } from './emergency-site/documents';
export type { EmergencySite } from './emergency-site/emergency-site';
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
export type { EndpointHealthCheck, HealthChecks } from './health-checks/health-checks';
export type { Monitoring } from './monitoring';
export { REHEARSAL_METADATA_KEY, type RehearsalMetadata } from './rehearsal-budgets';
export type { RecordsBucket } from './runbook/records-bucket';
export {
  type BuiltInChannel,
  Channel,
  type ChannelSecret,
  type ChannelSources,
  type PagerDutyOptions,
} from './status-updates/channels/channel';
export type { Channels } from './status-updates/channels/channels';
export type { StatusUpdates } from './status-updates/status-updates';
export { type HostNameTarget, type IpTarget, type LoadBalancerTarget, StoreTarget } from './store-target';
export { Understudy } from './understudy';
export type * from './understudy-props';
export { PropsError } from './validation/props-error';
