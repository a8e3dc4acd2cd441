import { Duration } from 'aws-cdk-lib';
import { StoreTarget } from '../../lib/store-target';
import type { DnsTopology, UnderstudyProps } from '../../lib/understudy-props';
import { findMistakes, requireNoMistakes } from '../../lib/validation/validate-props';
import { calling } from '../helpers/mistaken-props';
import { DNS, storeProps } from '../helpers/store-props';

describe('props of Understudy', () => {
  test('fails when the page has a mistake', () => {
    const page = { storeName: '', contact: { email: 'help@example.com' } };
    expect(findMistakes(storeProps({ page })).join('\n')).toContain('page.storeName: ');
  });

  test.each([
    [4, ['returnSpread: must be a whole number of seconds, got 4; allowed are 5 to 900 seconds']],
    [5, []],
    [900, []],
    [901, ['returnSpread: must be a whole number of seconds, got 901; allowed are 5 to 900 seconds']],
  ])('let shoppers go back over %d s: mistakes are %j', (seconds, mistakes) => {
    expect(findMistakes(storeProps({ returnSpread: Duration.seconds(seconds) }))).toEqual(mistakes);
  });

  test.each([
    [1_783, []],
    [
      1_784,
      [
        'page.paymentProviderOrigins: make the header that names the shop and them too long, got 1784 characters; CloudFront takes 1783, so name fewer, or one https://*.example.com for several of one provider',
      ],
    ],
  ])(
    'name the shop and payment providers in a header of %d characters: mistakes are %j',
    (length, mistakes) => {
      const rest = length - "frame-ancestors 'self' https://shop.example.com".length;
      // Each of 40 characters and a space, and one that fills up.
      const origin = (size: number): string => `https://${'x'.repeat(size - 16)}.example`;
      const count = Math.floor(rest / 41) - 1;
      const origins = [...Array(count).fill(origin(40)), origin(rest - count * 41 - 1)];
      const page = { ...storeProps().page, paymentProviderOrigins: origins };
      expect(findMistakes(storeProps({ page }))).toEqual(mistakes);
    },
  );

  test('fails once with all mistakes, one on each line', () => {
    const props = { ...calling({ emails: ['x'], timeZone: 'Mars' }) };
    expect(() => requireNoMistakes(props)).toThrow(
      new Error(
        'Understudy: 2 mistakes in the props\n' +
          '  onCall.emails[0]: must be an e-mail address, got "x"; write it as name@example.com\n' +
          '  onCall.timeZone: must be a time zone, got "Mars"; write an IANA name, such as Europe/Warsaw',
      ),
    );
  });

  test.each<[string, UnderstudyProps]>([
    ['the dns topology', storeProps({ topology: DNS as DnsTopology })],
    [
      'an apex with addresses',
      storeProps({
        domainName: 'example.com',
        topology: { kind: 'dns', primary: StoreTarget.ipAddresses(['8.8.8.8']) },
      }),
    ],
  ])('are accepted with %s', (_what, props) => {
    expect(findMistakes(props)).toEqual([]);
  });
});
