import { type DeployedResource, resourceName } from '../assembly/deployed-resource';
import type { Deployment } from '../assembly/deployment';
import { RECORD_SET } from './resource';

/** A name at which a resource of the assembly makes a record. */
export interface RecordName {
  /** Normalized. */
  readonly name: string;
  /** `stack/logicalId`. */
  readonly resource: string;
}

/**
 * Every name at which a deployment makes records, also where the rehearsal does not play them: they decide which names
 * exist. What it can't resolve is left out.
 */
export const recordNames = (deployment: Deployment): readonly RecordName[] =>
  deployment.resources.flatMap((resource) =>
    namesOf(resource)
      .map((name) => resolved(name, resource, deployment))
      .filter((name) => typeof name === 'string')
      .map((name) => ({ name: normalize(name), resource: resourceName(resource) })),
  );

type Properties = DeployedResource['properties'];

function namesOf({ type, properties }: DeployedResource): readonly unknown[] {
  switch (type) {
    case RECORD_SET.type:
      return [properties['Name']];
    case 'AWS::Route53::RecordSetGroup':
      return listOf(properties['RecordSets']).map(({ Name }) => Name);
    case 'AWS::CertificateManager::Certificate':
      return listOf(properties['DomainValidationOptions']).flatMap(validationRecord);
    default:
      return [];
  }
}

/**
 * ACM proves by a CNAME below a name that the name is yours; CloudFormation makes it where it knows the zone.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-certificatemanager-certificate-domainvalidationoption.html
 */
const validationRecord = ({ DomainName: name, HostedZoneId: zone }: Properties): readonly string[] =>
  typeof name === 'string' && zone !== undefined ? [`_acm-validation.${name.replace(/^\*\./, '')}`] : [];

const listOf = (value: unknown): readonly Properties[] =>
  Array.isArray(value)
    ? value.filter((one): one is Properties => typeof one === 'object' && one !== null)
    : [];

function resolved(name: unknown, where: DeployedResource, deployment: Deployment): unknown {
  try {
    return deployment.resolve(name, where);
  } catch {
    return undefined;
  }
}

/**
 * A name as records are kept under it: DNS ignores case and the dot at the end, and Route 53 stores the asterisk as a code.
 * Load balancer aliases of the CDK carry a prefix that means "IPv6 too".
 */
export const normalize = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^\\052\./, '*.')
    .replace(/^dualstack\.(?=.*\.elb\.)/, '');
