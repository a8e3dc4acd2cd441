export type { Severity } from '../lambda/status-update/contract/symptom';
export type { AccessLogsBucket } from './emergency-site/access-logs-bucket';
export type { StoreDocuments } from './emergency-site/documents';
export type { EmergencySite } from './emergency-site/emergency-site';
export type { EndpointHealthCheck, HealthChecks } from './failover/health-checks/health-checks';
export type { AnnouncerAlarms } from './monitoring/alarms/announcer-alarms';
export type { StoreAlarms } from './monitoring/alarms/store-alarms';
export type { Topics } from './monitoring/alarms/topics';
export {
  type BuiltInChannel,
  Channel,
  type ChannelSecret,
  type ChannelSources,
  type PagerDutyOptions,
} from './monitoring/channels/channel';
export type { Channels } from './monitoring/channels/channels';
export type { Monitoring } from './monitoring/monitoring';
export type { RunbookBucket } from './monitoring/runbook/runbook-bucket';
export type { StatusUpdates } from './monitoring/status-updates/status-updates';
export type {
  BasketPlace,
  EmergencyPageColors,
  EmergencyPageContact,
  EmergencyPageProps,
  LocalizedText,
  NotifyMe,
  Offer,
  PageLink,
} from './page/emergency-page-props';
export type { OwnFunction } from './private/bundling/own-function';
export { REHEARSAL_METADATA_KEY, type RehearsalMetadata } from './rehearsal-budgets';
export { type HostNameTarget, type IpTarget, type LoadBalancerTarget, StoreTarget } from './store-target';
export { Understudy } from './understudy';
export type * from './understudy-props';
export { PropsError } from './validation/props-error';
