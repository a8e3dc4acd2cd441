import type { Template } from 'aws-cdk-lib/assertions';

/** One resource's properties; a test looks deeper than types are worth. */
// biome-ignore lint/suspicious/noExplicitAny: templates are plain JSON
export type Properties = Record<string, any>;

/** The properties of all resources of a type, in the template's order. */
export function propertiesOf(template: Template, type: string): Properties[] {
  return Object.values(template.findResources(type)).map((resource) => resource['Properties'] ?? {});
}

/** The properties of the only resource of a type. */
export function onlyPropertiesOf(template: Template, type: string): Properties {
  const [first, ...others] = propertiesOf(template, type);
  if (first === undefined || others.length > 0) {
    throw new Error(`${type}: must be there once, got ${others.length + (first ? 1 : 0)}`);
  }
  return first;
}

/** A distribution's own configuration. */
export function distributionConfig(template: Template): Properties {
  return onlyPropertiesOf(template, 'AWS::CloudFront::Distribution')['DistributionConfig'];
}

/** All failover records, in the template's order. */
export function failoverRecords(template: Template): Properties[] {
  return propertiesOf(template, 'AWS::Route53::RecordSet').filter(
    (record) => record['Failover'] !== undefined,
  );
}
