import type { Resources } from '../../../lib/operator/verify/update/resources';

/** Whatever has a name, a record or an alias to itself, or is replaced at times. Alarms and functions have templates of their own. */
const KEPT =
  /^AWS::(S3::Bucket|CloudFront::\w+|Route53::\w+|CertificateManager::\w+|Logs::\w+|ApiGateway(V2)?::\w+|DynamoDB::\w+|KMS::\w+)$/;

/** The part of a template in which an update can meet what is there already. */
export function namesAndRecords(resources: Resources): Resources {
  const kept = Object.entries(resources).filter(([, { Type }]) => KEPT.test(Type));
  const ids = new Set(kept.map(([id]) => id));
  return Object.fromEntries(
    kept.map(([id, resource]) => {
      const { DependsOn = [], ...rest } = resource as { DependsOn?: string | string[]; Type: string };
      return [id, { ...rest, DependsOn: [DependsOn].flat().filter((one) => ids.has(one)) }];
    }),
  );
}
