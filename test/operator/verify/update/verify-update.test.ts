import { type ZoneRecord, zoneRecord } from '../../../../lib/operator/verify/update/record-conflict';
import type { Resources } from '../../../../lib/operator/verify/update/resources';
import type { UpdateInspector } from '../../../../lib/operator/verify/update/update-inspector';
import { verifyUpdate } from '../../../../lib/operator/verify/update/verify-update';
import { dnsProps, edgeProps, LOAD_BALANCER, storeProps } from '../../../helpers/store-props';
import { wholeTemplate } from './whole-template';

const READY = wholeTemplate(storeProps({ cutOver: false }));
const CUT_OVER = wholeTemplate(storeProps());
const DNS = wholeTemplate(dnsProps());
const WITH_RESPONDER: Resources = Object.fromEntries(
  ['origin.shop.example.com', 'shop.example.com'].map((DomainName) => [
    DomainName,
    { Type: 'AWS::ApiGateway::DomainName', Properties: { DomainName } },
  ]),
);

const at = (Name: string, Type = 'A', value = '192.0.2.1'): ZoneRecord =>
  zoneRecord({ Name, Type, ResourceRecords: [{ Value: value }] });
const APEX = at('example.com', 'NS', 'ns.example.net');

/** A hosted zone and an account, as far as they are told. */
interface Surroundings {
  readonly deployed?: Resources;
  readonly zone?: readonly ZoneRecord[];
  readonly apiNames?: readonly string[];
}

const inspectorOf = ({ deployed, zone = [], apiNames = [] }: Surroundings): UpdateInspector => ({
  resources: async () => deployed,
  recordsFrom: async (_zone, name) =>
    [APEX, ...zone].filter((record) => record.name === name || record.name.endsWith(`.${name}`)),
  hasApiDomainName: async (name) => apiNames.includes(name),
});

const findings = async (after: Resources, surroundings: Surroundings): Promise<string[]> =>
  (await verifyUpdate('Understudy', after, inspectorOf(surroundings))).map(
    ({ ok, warns, subject, detail }) => `${ok ? (warns ? 'WARN' : 'ok') : 'WRONG'} ${subject}: ${detail}`,
  );

const wrongs = async (after: Resources, surroundings: Surroundings): Promise<string[]> =>
  (await findings(after, surroundings)).filter((text) => text.startsWith('WRONG'));

const DEAD_END = "ok API Gateway: answers for no name of the shop where the origin's name leads in an outage";

describe('before a deployment', () => {
  test('nothing is in the way of a first one into an empty zone', async () => {
    expect(await findings(READY, {})).toEqual([
      'ok update: is the first deployment',
      'ok hosted zone: has no record where this deployment makes one',
      'ok wildcards: lose no name by this deployment',
      DEAD_END,
    ]);
  });

  test('nothing is in the way of one that changes nothing, whatever records it has itself', async () => {
    const own = [at('origin.shop.example.com', 'CNAME'), at('shop.example.com')];
    expect(await findings(CUT_OVER, { deployed: CUT_OVER, zone: own })).toEqual([
      'ok update: changes nothing that AWS is known to refuse',
      'ok hosted zone: has no record where this deployment makes one',
      'ok wildcards: lose no name by this deployment',
      DEAD_END,
    ]);
  });

  test('an update that AWS would refuse is named', async () => {
    expect((await wrongs(DNS, { deployed: CUT_OVER })).join('\n')).toContain(
      'WRONG distribution name shop.example.com: ',
    );
  });

  test('records that somebody else made are named, each once, with what to do', async () => {
    const zone = [at('shop.example.com'), at('origin.shop.example.com', 'TXT', 'x')];
    const remedy =
      'write it down, and delete it right before you deploy (README, "Deploy, cut over, go back")';
    expect(new Set(await wrongs(CUT_OVER, { zone }))).toEqual(
      new Set([
        "WRONG record origin.shop.example.com TXT, leading to x: is in the way of this deployment's CNAME: " +
          `Route 53 has no CNAME beside any other type of the same name; ${remedy}`,
        "WRONG record shop.example.com A, leading to 192.0.2.1: is in the way of this deployment's A: " +
          `the same record is there already; ${remedy}`,
      ]),
    );
    // Before the cut-over the shop's own records are as they should be.
    expect(await wrongs(READY, { zone: [at('shop.example.com')] })).toEqual([]);
  });

  test('a hosted zone that only a deployment knows is left to the person', async () => {
    const unstated = JSON.parse(JSON.stringify(READY).replaceAll('"Z0123456789EXAMPLE"', '{"Ref":"Zone"}'));
    expect(await findings(unstated, {})).toContain(
      'WARN hosted zone: is known to a deployment only: look there yourself for records and wildcards in the way',
    );
  });
});

describe('a shop that a wildcard answers for', () => {
  const WILDCARD = [at('*.example.com'), at('*.example.com', 'MX', '10 mail.example.com')];

  test.each([
    ['edge, before the cut-over', READY],
    ['edge', CUT_OVER],
  ])('needs records of its own before the first deployment: %s', async (_what, after) => {
    expect(await wrongs(after, { zone: WILDCARD })).toEqual([
      expect.stringMatching(
        /^WRONG name shop\.example\.com: has no record of its own: \*\.example\.com answers for it, and no longer once .+ is made below it; make records of its own first, like those of the wildcard \(A, MX\), and wait for their TTL$/,
      ),
    ]);
  });

  test('needs them for each of its names', async () => {
    const found = await wrongs(DNS, { zone: WILDCARD });
    expect(found.map((text) => text.slice(0, text.indexOf(':')))).toEqual([
      'WRONG name shop.example.com',
      'WRONG name www.shop.example.com',
    ]);
  });

  test.each<[string, ZoneRecord[]]>([
    ['has one', [...WILDCARD, at('shop.example.com')]],
    ['has one of another type', [...WILDCARD, at('shop.example.com', 'TXT', 'x')]],
    ['exists by a record below it', [...WILDCARD, at('mail.shop.example.com')]],
  ])('may be deployed where it %s', async (_what, zone) => {
    expect(await wrongs(READY, { zone })).toEqual([]);
  });

  test('loses nothing by a later deployment', async () => {
    const zone = [...WILDCARD, at('origin.shop.example.com', 'CNAME')];
    expect(await wrongs(READY, { deployed: READY, zone })).toEqual([]);
  });

  test('loses nothing where a wildcard is none for it', async () => {
    expect(await wrongs(READY, { zone: [at('*.other.example.com')] })).toEqual([]);
  });
});

describe('a shop that API Gateway serves in us-east-1', () => {
  const REMEDY =
    'in an outage that API would answer in place of the emergency page; delete the domain name, or set topology.standby';

  test.each(['shop.example.com', 'origin.shop.example.com'])('is found in this account: %s', async (name) => {
    expect(await wrongs(READY, { apiNames: [name] })).toEqual([
      `WRONG API Gateway domain name ${name}: is in use in us-east-1: ${REMEDY}`,
    ]);
  });

  test('is found in another account by its record', async () => {
    const zone = [at('shop.example.com', 'CNAME', 'd-abc.execute-api.us-east-1.amazonaws.com')];
    expect(await wrongs(READY, { zone })).toEqual([
      'WRONG API Gateway domain name shop.example.com: is in use in us-east-1, as its record shows ' +
        `(CNAME, leading to d-abc.execute-api.us-east-1.amazonaws.com): ${REMEDY}`,
    ]);
  });

  test("is none that the stack's own record leads to, which is the dead end", async () => {
    const own: ZoneRecord = {
      ...at('origin.shop.example.com', 'CNAME', 'abc.execute-api.us-east-1.amazonaws.com'),
      setIdentifier: 'origin.shop.example.com-secondary',
      routing: 'Failover',
      failover: 'SECONDARY',
    };
    expect(await wrongs(READY, { deployed: READY, zone: [own] })).toEqual([]);
    expect(await wrongs(READY, { zone: [own] })).toContainEqual(expect.stringContaining('API Gateway'));
  });

  test('is found by a later deployment, too', async () => {
    expect(await wrongs(READY, { deployed: READY, apiNames: ['shop.example.com'] })).toHaveLength(1);
  });

  test.each<[string, Resources, Resources]>([
    ['has a standby', {}, wholeTemplate(edgeProps({ standby: LOAD_BALANCER }))],
    ['has a front door of its own', {}, DNS],
    ['had a fast-fail responder, which goes by this deployment', WITH_RESPONDER, READY],
  ])('is no matter where it %s', async (_what, deployed, after) => {
    const apiNames = ['shop.example.com', 'origin.shop.example.com'];
    expect((await wrongs(after, { deployed, apiNames })).join()).not.toContain('API Gateway');
  });
});
