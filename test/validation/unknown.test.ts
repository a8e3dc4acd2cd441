import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnParameter, Duration, Lazy, Stack } from 'aws-cdk-lib';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { type EmergencyPageProps, StoreTarget, Understudy, type UnderstudyProps } from '../../lib';
import { findMistakes } from '../../lib/validation/validate-props';
import { calling, checked, ENDPOINT, token, watching } from '../helpers/mistaken-props';
import { APP_CONTEXT, edgeProps, storeProps } from '../helpers/store-props';

const page = (changes: Partial<EmergencyPageProps>): UnderstudyProps =>
  storeProps({ page: { ...storeProps().page, ...changes } });
const listToken = (): string[] =>
  new CfnParameter(new Stack(), 'P', { type: 'CommaDelimitedList' }).valueAsList;
const later = Duration.seconds(Lazy.number({ produce: () => 30 }));

/** Every prop that may be unknown, as `value` makes it. */
const unknownEverywhere = (value: (prop: string) => string): UnderstudyProps => ({
  ...edgeProps({
    primary: StoreTarget.loadBalancer(value('dns-name'), value('zone-id')),
    standby: StoreTarget.ipAddresses([value('address')]),
    originDomainName: value('origin'),
    mirroredPathPatterns: [value('mirrored')],
    sharedPathPatterns: [value('shared')],
  }),
  hostedZone: { hostedZoneId: value('hosted-zone'), zoneName: value('zone-name') },
  healthChecks: {
    endpoints: [{ ...ENDPOINT, path: value('path'), searchString: value('text'), hostName: value('host') }],
  },
  onCall: {
    emails: [value('email')],
    phoneNumbers: [value('phone')],
    webhooks: [`https://${value('webhook')}/`],
    runbookUrl: value('runbook'),
    owner: value('owner'),
    contacts: [{ role: value('role'), reach: value('reach') }],
  },
  page: {
    storeName: value('store'),
    contact: { email: value('help'), phone: value('help-phone'), hours: value('hours') },
    links: [{ label: value('label'), url: value('url') }],
    offer: { text: value('offer'), validUntil: value('until') },
    paymentProviderOrigins: [value('provider')],
  },
  documents: { '/robots.txt': value('robots') },
  revenuePerMinute: { amount: 1, currency: value('currency') },
});

/** The template of a store whose props need its stack. */
function synthesize(describe: (stack: Stack) => UnderstudyProps) {
  const outdir = mkdtempSync(join(tmpdir(), 'understudy-unknown-'));
  try {
    const context = { ...APP_CONTEXT, 'aws:cdk:bundling-stacks': [] };
    const app = new App({ outdir, context, builtinCloudFormationValidation: false });
    const env = { region: 'us-east-1', account: '111122223333' };
    const stack = new Stack(app, 'Shop', { env });
    new Understudy(stack, 'Understudy', describe(stack));
    return app.synth().manifest.missing ?? [];
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

describe('what only a deployment knows', () => {
  test('may be almost everywhere, and is synthesized', () => {
    const missing = synthesize((stack) =>
      unknownEverywhere((prop) => new CfnParameter(stack, `Parameter-${prop}`).valueAsString),
    );
    expect(missing).toEqual([]);
  });

  const itself = 'write the text itself, or take it from the context';
  const known = `must be known at synth, got a value that only a deployment knows; ${itself} or with StringParameter.valueFromLookup`;
  const written = `must be written out, got a value that only a deployment knows; ${itself}`;
  const list = 'must be known at synth, got a value that only a deployment knows; write each entry by itself';
  test.each<[UnderstudyProps, string]>([
    [storeProps({ domainName: token() }), `domainName: ${known}`],
    [edgeProps({ alternateDomainNames: [token()] }), `topology.alternateDomainNames[0]: ${known}`],
    [edgeProps({ paymentReturnPathPatterns: [token()] }), `topology.paymentReturnPathPatterns[0]: ${known}`],
    [edgeProps({ kind: token() as 'edge' }), `topology.kind: ${written}`],
    [watching({ ...ENDPOINT, name: token() }), `healthChecks.endpoints[0].name: ${written}`],
    [calling({ timeZone: token() }), `onCall.timeZone: ${known}`],
    [calling({ emails: listToken() }), `onCall.emails: ${list}`],
    [
      calling({ contacts: listToken() as never }),
      'onCall.contacts[0]: must be an object, got a value that only a deployment knows; write { role, reach }',
    ],
    [page({ language: token() }), `page.language: ${written}`],
    [page({ languageCookie: token() }), `page.languageCookie: ${written}`],
    [page({ logoSvg: token() }), `page.logoSvg: ${written}`],
    [page({ colors: { accent: token() } }), `page.colors.accent: ${written}`],
    [page({ basket: token() as 'device' }), `page.basket: ${written}`],
    [page({ checkoutPathPatterns: [token()] }), `page.checkoutPathPatterns[0]: ${known}`],
    [storeProps({ journey: { cart: token() } }), `journey.cart: ${written}`],
    [
      checked({ interval: later }),
      'healthChecks.interval: must be known at synth, got a value that only a deployment knows; write Duration.seconds(...) of a number',
    ],
  ])('fails by name where synth needs it: $1', (props, mistake) => {
    expect(findMistakes(props)).toEqual([mistake]);
  });
});

describe('what CDK looks up', () => {
  test('may be almost everywhere: the first synth says what to look up', () => {
    const missing = synthesize((stack) => {
      const lookUp = (prop: string) => StringParameter.valueFromLookup(stack, `/shop/${prop}`);
      const props = unknownEverywhere(lookUp);
      const onCall = { ...props.onCall, timeZone: lookUp('time-zone') };
      const topology = { ...props.topology, alternateDomainNames: [lookUp('alternate')] } as never;
      return { ...props, onCall, topology, domainName: lookUp('name') };
    });
    expect(missing.map(({ props }) => (props as { parameterName?: string }).parameterName)).toEqual(
      expect.arrayContaining(['/shop/name', '/shop/alternate', '/shop/time-zone', '/shop/email']),
    );
  });

  test('fails by name where it decides what is built', () => {
    const language = StringParameter.valueFromLookup(
      new Stack(new App(), 'Shop', { env: { region: 'us-east-1', account: '111122223333' } }),
      '/shop/language',
    );
    expect(findMistakes(page({ language }))).toEqual([
      'page.language: must be written out, got a value that CDK has yet to look up; write the text itself, or take it from the context',
    ]);
  });
});
