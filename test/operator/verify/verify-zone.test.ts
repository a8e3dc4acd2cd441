import type { DeployedStack, Inspector, ProtectedRecord } from '../../../lib/operator/verify/inspector';
import { verifyZone } from '../../../lib/operator/verify/verify-zone';

const resource = (type: string, properties: Readonly<Record<string, unknown>>) => ({
  logicalId: 'Any',
  type,
  properties,
});
const record = (Name: string) =>
  resource('AWS::Route53::RecordSet', { HostedZoneId: 'Z1', Name, Type: 'AAAA' });
const DISTRIBUTION = resource('AWS::CloudFront::Distribution', {
  DistributionConfig: { Aliases: ['shop.example.com', 'www.shop.example.com'] },
});
const CERTIFICATE = resource('AWS::CertificateManager::Certificate', {
  DomainValidationOptions: [{ DomainName: 'shop.example.com', HostedZoneId: 'Z1' }],
});
const aStack = (...resources: DeployedStack['resources'][number][]): DeployedStack => ({
  resources: [DISTRIBUTION, ...resources],
  outputs: {},
});
const BEFORE = aStack(record('origin.shop.example.com.'));
const HALF = aStack(record('shop.example.com.'));
const AFTER = aStack(record('shop.example.com.'), record('www.shop.example.com.'));

interface Zone {
  readonly guardrails?: readonly string[];
  readonly protections?: readonly ProtectedRecord[];
}

async function look(stack: DeployedStack, { guardrails = [], protections = [] }: Zone): Promise<string[]> {
  const inspector = { guardrails: async () => guardrails, protections: async () => protections };
  return shown(stack, inspector);
}

async function shown(stack: DeployedStack, inspector: Partial<Inspector>): Promise<string[]> {
  const findings = await verifyZone(stack, inspector as Inspector);
  return findings.map(
    ({ ok, warns, subject, detail }) => `${warns ? 'WARN' : ok ? 'ok' : 'WRONG'} ${subject}: ${detail}`,
  );
}

const ACTIVE = 'ACTIVE_RECORD_CHECK refuses to delete records that are still asked for; turn it off';
const ALIAS =
  'ALIAS_TARGET_CHECK refuses to delete a record that an alias record of the zone leads to; delete the alias record first, or turn it off';

describe('Change Guardrails of a hosted zone', () => {
  test.each([
    ['before the cut-over', BEFORE, `WRONG hosted zone Z1: ${ACTIVE} for the cut-over`],
    ['while a name is not cut over', HALF, `WRONG hosted zone Z1: ${ACTIVE} for the cut-over`],
    ['after the cut-over', AFTER, `ok hosted zone Z1: ${ACTIVE} before you go back or destroy the stack`],
  ])('that keep records with queries are named %s', async (_, stack, expected) => {
    expect(await look(stack, { guardrails: ['NS_FORMAT_CHECK', 'ACTIVE_RECORD_CHECK'] })).toEqual([expected]);
  });

  test('are named together', async () => {
    expect(await look(BEFORE, { guardrails: ['ALIAS_TARGET_CHECK', 'ACTIVE_RECORD_CHECK'] })).toEqual([
      `WRONG hosted zone Z1: ${ALIAS}; ${ACTIVE} for the cut-over`,
    ]);
  });

  test.each([
    ['none is on', []],
    [
      'others are on',
      ['NS_FORMAT_CHECK', 'NS_DELEGATION_AUTHORITY_CHECK', 'NS_OCCLUSION_CHECK', 'ACTIVE_DELEGATION_CHECK'],
    ],
    ['one is on that nobody knows yet', ['CONSTRUCTOR', 'toString']],
  ])('are no matter when %s', async (_, guardrails) => {
    expect(await look(BEFORE, { guardrails })).toEqual(['ok hosted zone Z1: lets records be deleted']);
  });
});

describe('record set protection', () => {
  const protection = (name: string): Zone => ({ protections: [{ name, type: 'AAAA' }] });

  test.each(['shop.example.com.', 'WWW.shop.example.com'])(
    'of %s, which is not cut over, is wrong',
    async (name) => {
      expect(await look(BEFORE, protection(name))).toContain(
        `WRONG protection of ${name.toLowerCase().replace(/\.$/, '')} AAAA: refuses what the cut-over deletes and makes; delete the protection first`,
      );
    },
  );

  test.each([
    ['a name that is cut over', 'shop.example.com.', AFTER],
    ['another record of the stack', 'origin.shop.example.com.', BEFORE],
  ])('of %s is well, with what it takes to lift it', async (_, name, stack) => {
    expect(await look(stack, protection(name))).toContain(
      `ok protection of ${name.slice(0, -1)} AAAA: delete it before a deployment that changes the record, going back, or destroying the stack`,
    );
  });

  test.each([
    ['a name that is not the shop’s', BEFORE, { name: 'mail.example.com.', type: 'A' }],
    ['a type that shoppers do not ask for', BEFORE, { name: 'shop.example.com.', type: 'MX' }],
    ['a type that a name no longer has', AFTER, { name: 'shop.example.com.', type: 'CNAME' }],
  ])('of %s is not told', async (_, stack, protection) => {
    expect(await look(stack, { protections: [protection] })).toHaveLength(1);
  });
});

describe('hosted zone', () => {
  test('is known by the certificate where the stack has no records', async () => {
    expect(await look(aStack(CERTIFICATE), { guardrails: ['ACTIVE_RECORD_CHECK'] })).toEqual([
      `WRONG hosted zone Z1: ${ACTIVE} for the cut-over`,
    ]);
  });

  test('that the stack does not name is to be looked at by hand', async () => {
    expect(await look(aStack(), {})).toEqual([
      'WARN hosted zone: is not named by the stack; look there yourself for Change Guardrails and record set protections',
    ]);
  });

  test('that may not be read stops nobody from learning the rest', async () => {
    const denied = async () => {
      throw Object.assign(new Error('no'), { name: 'AccessDenied' });
    };
    expect(await shown(BEFORE, { guardrails: denied, protections: denied })).toEqual([
      'WARN hosted zone Z1: may not be read; allow route53:GetHostedZone, or look there yourself',
      'WARN protections of Z1: may not be read; allow route53:ListResourceRecordSetProtections, or look there yourself',
    ]);
  });

  test('fails with any other error', async () => {
    const broken = async () => {
      throw new Error('throttled');
    };
    await expect(shown(BEFORE, { guardrails: broken, protections: async () => [] })).rejects.toThrow(
      'throttled',
    );
  });
});
