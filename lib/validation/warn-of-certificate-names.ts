import { Annotations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { HOME_REGION } from '../../lambda/shared/contract/home-region';
import { certificateNames } from '../failover/certificate-names';
import type { UnderstudyProps } from '../understudy-props';

/** How many names ACM takes in a certificate unless an account's quota was raised. */
const DEFAULT_NAMES = 10;

/**
 * Warns at synth of a certificate with more names than ACM takes by default. Whether an account's quota was raised,
 * nobody knows here.
 *
 * @see https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html
 */
export function warnOfCertificateNames(scope: IConstruct, props: UnderstudyProps): void {
  const { length } = certificateNames(props);
  if (props.certificate !== undefined || length <= DEFAULT_NAMES) {
    return;
  }
  Annotations.of(scope).addWarningV2(
    'understudy:certificate-names',
    `topology.alternateDomainNames: makes one certificate of ${length} names, and ACM takes ${DEFAULT_NAMES} by default; ` +
      `raise its quota "Number of domain names per ACM certificate" in ${HOME_REGION} first, or pass a certificate`,
  );
}
