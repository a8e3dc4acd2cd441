import type { DeployedResource } from '../assembly/deployed-resource';
import type { Deployment } from '../assembly/deployment';
import { ACCOUNT_ID } from '../assembly/physical-ids';
import { regionOf } from '../assembly/region-of';
import { readLeniently, readText } from '../iam/read-leniently';

type Properties = DeployedResource['properties'];

/** Where a resource says which key encrypts it, and what yields its ARN. */
interface Encrypted {
  readonly keyIn: (properties: Properties) => unknown;
  readonly arn: (logicalId: string) => object;
}

const ofArn = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });
const ENCRYPTED: Readonly<Record<string, Encrypted>> = {
  'AWS::S3::Bucket': { keyIn: bucketKey, arn: ofArn },
  'AWS::SNS::Topic': { keyIn: ({ KmsMasterKeyId }) => KmsMasterKeyId, arn: (Ref) => ({ Ref }) },
  'AWS::SQS::Queue': { keyIn: ({ KmsMasterKeyId }) => KmsMasterKeyId, arn: ofArn },
};

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-serversideencryptionbydefault.html */
function bucketKey({ BucketEncryption }: Properties): unknown {
  const rules = (BucketEncryption as Properties | undefined)?.['ServerSideEncryptionConfiguration'];
  const [rule] = Array.isArray(rules) ? rules : [];
  return rule?.ServerSideEncryptionByDefault?.KMSMasterKeyID;
}

/** The ARNs of the keys of KMS that encrypt topics, queues and buckets, by the ARNs of these. */
export function keysOf(deployment: Deployment): ReadonlyMap<string, string> {
  const aliases = aliasesOf(deployment);
  return new Map(
    deployment.resources.flatMap((resource) => {
      const encrypted = Object.hasOwn(ENCRYPTED, resource.type) ? ENCRYPTED[resource.type] : undefined;
      const named = encrypted?.keyIn(resource.properties);
      if (encrypted === undefined || named === undefined || named === '') {
        return [];
      }
      const arn = readText(encrypted.arn(resource.logicalId), resource, deployment) ?? '';
      const id = String(readLeniently(named, resource, deployment));
      const region = regionOf(arn) || String(deployment.resolve({ Ref: 'AWS::Region' }, resource));
      return [[arn, keyArn(aliases.get(id) ?? id, region)] as const];
    }),
  );
}

/** The keys that the aliases of the assembly stand for. */
const aliasesOf = (deployment: Deployment): ReadonlyMap<string, string> =>
  new Map(
    deployment.resources
      .filter(({ type }) => type === 'AWS::KMS::Alias')
      .flatMap((alias) => {
        const name = readText(alias.properties['AliasName'], alias, deployment);
        const id = readText(alias.properties['TargetKeyId'], alias, deployment);
        return name === undefined || id === undefined ? [] : [[name, id] as const];
      }),
  );

/** A resource names its key by id, by ARN, or by an alias in either form. */
function keyArn(id: string, region: string): string {
  if (id.startsWith('arn:')) {
    return id;
  }
  return `arn:aws:kms:${region}:${ACCOUNT_ID}:${id.startsWith('alias/') ? id : `key/${id}`}`;
}

/** ARNs of the keys that nobody can use: AWS KMS then says `<ARN> is disabled.` */
export const disabledKeys = (deployment: Deployment): ReadonlySet<string> =>
  new Set(
    deployment.resources
      .filter((key) => key.type === 'AWS::KMS::Key')
      .filter((key) => String(readLeniently(key.properties['Enabled'], key, deployment)) === 'false')
      .map((key) => readText(ofArn(key.logicalId), key, deployment) ?? ''),
  );
