import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { certificateNames } from '../../lib/failover/certificate-names';
import type { UnderstudyProps } from '../../lib/understudy-props';
import { findMistakes } from '../../lib/validation/validate-props';
import { warnOfCertificateNames } from '../../lib/validation/warn-of-certificate-names';
import { testMistakes, token } from '../helpers/mistaken-props';
import { dnsProps, edgeProps } from '../helpers/store-props';

/** Short, because each of the shop's names is in a response header, too. */
const hostedZone = { hostedZoneId: 'Z1', zoneName: 'e.co' };
/** A name of so many characters, from 39 on. */
const nameOf = (length: number): string => `${'a'.repeat(length - 38)}.${'b'.repeat(32)}.e.co`;
/** With the shop's this makes one name more. */
const alternating = (count: number): UnderstudyProps => ({
  ...edgeProps({ alternateDomainNames: Array.from({ length: count }, (_item, index) => `n${index}.e.co`) }),
  domainName: 's.e.co',
  hostedZone,
});
const alone = (domainName: string): UnderstudyProps => ({
  ...dnsProps({ alternateDomainNames: [] }),
  domainName,
  hostedZone,
});
const certificate = Certificate.fromCertificateArn(
  new Stack(),
  'Own',
  'arn:aws:acm:us-east-1:1:certificate/c',
);

describe('certificate of the stack', () => {
  testMistakes([
    [
      alone(nameOf(65)),
      `domainName: must have at most 64 characters, as a certificate's first name, got "${nameOf(65)}"; ` +
        "add a shorter name to topology.alternateDomainNames, or pass a certificate of the shop's own",
    ],
    [
      alternating(100),
      'topology.alternateDomainNames: must make at most 100 names of one certificate, with domainName, ' +
        'got 101; ACM\'s quota "Number of domain names per ACM certificate" can\'t be raised further',
    ],
  ]);

  test.each<[string, UnderstudyProps]>([
    ['a first name of 64 characters', alone(nameOf(64))],
    ['a longer name beside a shorter one', { ...alternating(1), domainName: nameOf(65) }],
    ['a name that only a deployment knows', edgeProps({ originDomainName: token() })],
    ['a hundred names', alternating(99)],
  ])('may have %s', (_what, props) => {
    expect(findMistakes(props)).toEqual([]);
  });

  test.each<[string, UnderstudyProps]>([
    ['long names', alone(nameOf(65))],
    ['many names', alternating(100)],
  ])("leaves %s to the shop's own where it has one", (_what, props) => {
    expect(findMistakes({ ...props, certificate })).toEqual([]);
  });

  test('begins with a name that ACM takes there, and else keeps the order of the store', () => {
    expect(certificateNames({ ...alternating(2), domainName: nameOf(65) })).toEqual([
      'n0.e.co',
      nameOf(65),
      'n1.e.co',
    ]);
    expect(certificateNames(alternating(1))).toEqual(['s.e.co', 'n0.e.co']);
  });

  const warnings = (props: UnderstudyProps): readonly unknown[] => {
    const stack = new Stack(new App({ builtinCloudFormationValidation: false }), 'Store');
    warnOfCertificateNames(stack, props);
    return Annotations.fromStack(stack)
      .findWarning('*', Match.anyValue())
      .map(({ entry }) => entry.data);
  };

  test("warns of more names than ACM takes by default, with the quota's name", () => {
    expect(warnings(alternating(9))).toEqual([]);
    expect(warnings(alternating(10))).toEqual([
      expect.stringContaining(
        'topology.alternateDomainNames: makes one certificate of 11 names, and ACM takes 10 by default; ' +
          'raise its quota "Number of domain names per ACM certificate" in us-east-1 first, or pass a certificate',
      ),
    ]);
    expect(warnings({ ...alternating(10), certificate })).toEqual([]);
  });
});
