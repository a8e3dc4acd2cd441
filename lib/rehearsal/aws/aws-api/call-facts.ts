import type { Deployment } from '../assembly/deployment';
import { ACCOUNT_ID } from '../assembly/physical-ids';
import { TABLE } from '../dynamodb/resource';
import { readText } from '../iam/read-leniently';
import type { CallFacts } from './calls';

/** What Secrets Manager puts behind the name of a secret, of which an assembly can't know more. */
const SUFFIX = '-000000';

/** What a deployment has to say about requests of its functions. */
export function readCallFacts(deployment: Deployment): CallFacts {
  const partitionKeys = new Map(
    deployment
      .all(TABLE)
      .map(({ ref, properties }) => [
        ref,
        properties.KeySchema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName,
      ]),
  );
  return {
    partitionKey: (tableName) => partitionKeys.get(tableName),
    secretArn: (id, region) => secretArn(id, region, deployment),
  };
}

/**
 * The ARN of a secret by its name, its ARN, or its ARN without the six characters at the end. Emulation: what ends as an ARN
 * does is one, unless a policy has six wildcards behind it.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html#ARN_secretnamehyphen
 */
function secretArn(id: string, region: string, deployment: Deployment): string {
  const arn = id.startsWith('arn:') ? id : `arn:aws:secretsmanager:${region}:${ACCOUNT_ID}:secret:${id}`;
  const own = deployment.resources
    .filter(({ type }) => type === 'AWS::SecretsManager::Secret')
    .map((secret) => readText({ Ref: secret.logicalId }, secret, deployment) ?? '')
    .find((known) => known === arn || known.slice(0, -SUFFIX.length) === arn);
  const isComplete = /-[A-Za-z0-9]{6}$/.test(arn) && !hasWildcardsBehind(arn, deployment);
  return own ?? (isComplete ? arn : `${arn}${SUFFIX}`);
}

function hasWildcardsBehind(arn: string, deployment: Deployment): boolean {
  const written = `:secret:${arn.split(':secret:').at(-1)}-??????`;
  return deployment.stacks.some(({ template }) => JSON.stringify(template).includes(written));
}
