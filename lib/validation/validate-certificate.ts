import { certificateNames, MAX_FIRST_NAME_LENGTH, mayComeFirst } from '../failover/certificate-names';
import type { UnderstudyProps } from '../understudy-props';
import { describeMistake } from './mistake';

/**
 * To how many names ACM raises its quota "Number of domain names per ACM certificate".
 *
 * @see https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html
 */
const MAX_NAMES = 100;

/** Mistakes that ACM would find in the stack's own certificate, half an hour into a deployment. */
export function validateCertificate(props: UnderstudyProps): string[] {
  if (props.certificate !== undefined) {
    return [];
  }
  const names = certificateNames(props);
  return [
    ...(names.some(mayComeFirst)
      ? []
      : [
          describeMistake({
            prop: 'domainName',
            problem: `must have at most ${MAX_FIRST_NAME_LENGTH} characters, as a certificate's first name`,
            got: props.domainName,
            remedy:
              "add a shorter name to topology.alternateDomainNames, or pass a certificate of the shop's own",
          }),
        ]),
    ...(names.length <= MAX_NAMES
      ? []
      : [
          describeMistake({
            prop: 'topology.alternateDomainNames',
            problem: `must make at most ${MAX_NAMES} names of one certificate, with domainName`,
            got: names.length,
            remedy: 'ACM\'s quota "Number of domain names per ACM certificate" can\'t be raised further',
          }),
        ]),
  ];
}
