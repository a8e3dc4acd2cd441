import type { EditableResource } from './edited-assembly';

// Edits of a template, by what they are about.

export type Resources = Record<string, EditableResource>;
/** As loose as the JSON of a template. */
export type Loose = EditableResource['Properties'];

const ofType = (resources: Resources, type: string): EditableResource[] =>
  Object.values(resources).filter(({ Type }) => Type === type);
/** Changes the properties of every resource of a type. */
export const each =
  (type: string, change: (properties: Loose) => void) =>
  (resources: Resources): void => {
    for (const { Properties } of ofType(resources, type)) {
      change(Properties);
    }
  };
export const remove =
  (fits: (resource: EditableResource, logicalId: string) => boolean) =>
  (resources: Resources): void => {
    for (const [id, resource] of Object.entries(resources)) {
      if (fits(resource, id)) {
        delete resources[id];
      }
    }
  };
export const distribution = (change: (config: Loose) => void) =>
  each('AWS::CloudFront::Distribution', ({ DistributionConfig }) => change(DistributionConfig));
export const errorResponses = (change: (response: Loose) => void) =>
  distribution(({ CustomErrorResponses }) => {
    for (const response of CustomErrorResponses) {
      change(response);
    }
  });
export const origins = (change: (origin: Loose) => void) =>
  distribution(({ Origins }) => {
    for (const origin of Origins) {
      if (origin.CustomOriginConfig) {
        change(origin);
      }
    }
  });
export const healthChecks = (change: (config: Loose) => void) =>
  each('AWS::Route53::HealthCheck', ({ HealthCheckConfig }) => change(HealthCheckConfig));
export const records = (change: (record: Loose) => void) =>
  each('AWS::Route53::RecordSet', (record) => {
    if (record['Failover'] === 'PRIMARY') {
      change(record);
    }
  });
export const alarm = (suffix: string, change: (alarm: Loose) => void) =>
  each('AWS::CloudWatch::Alarm', (alarm) => {
    if (alarm['AlarmName'].endsWith(suffix)) {
      change(alarm);
    }
  });
export const composite = (change: (alarm: Loose) => void) => each('AWS::CloudWatch::CompositeAlarm', change);
export const subscription = (fits: (id: string, properties: Loose) => boolean) =>
  remove(({ Type, Properties }, id) => Type === 'AWS::SNS::Subscription' && fits(id, Properties));
export const mute = (alarm: Loose) => Object.assign(alarm, { AlarmActions: [], OKActions: [] });
