import { fine, type VerifyFinding, warned, wrong } from './finding';
import { type DeployedStack, type Inspector, ofType, type ProtectedRecord } from './inspector';

/**
 * Whether the hosted zone lets records go and come: what keeps them from slips of the hand keeps them from a cut-over,
 * too. Once a name is cut over it is well protected, and the finding says what to lift first.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-change-guardrails.html
 */
export async function verifyZone(stack: DeployedStack, inspector: Inspector): Promise<VerifyFinding[]> {
  const zones = zonesOf(stack);
  if (zones.length === 0) {
    return [
      warned(
        'hosted zone',
        'is not named by the stack; look there yourself for Change Guardrails and record set protections',
      ),
    ];
  }
  const findings = zones.map((zone) => [
    whereAllowed(`hosted zone ${zone}`, 'route53:GetHostedZone', async () => [
      guardrailFinding(stack, zone, await inspector.guardrails(zone)),
    ]),
    whereAllowed(`protections of ${zone}`, 'route53:ListResourceRecordSetProtections', async () =>
      protectionFindings(stack, await inspector.protections(zone)),
    ),
  ]);
  return (await Promise.all(findings.flat())).flat();
}

/** A stack without records may still have a certificate that is validated in the zone. */
function zonesOf(stack: DeployedStack): readonly string[] {
  const ofRecords = ofType(stack, 'AWS::Route53::RecordSet').map(
    ({ properties }) => properties['HostedZoneId'],
  );
  const ofCertificates = ofType(stack, 'AWS::CertificateManager::Certificate')
    .flatMap(({ properties }) => properties['DomainValidationOptions'] ?? [])
    .map((option) => (option as { HostedZoneId?: unknown }).HostedZoneId);
  const ids = [...ofRecords, ...ofCertificates].filter((id) => typeof id === 'string');
  return [...new Set(ids)];
}

/** Somebody with fewer permissions still learns the rest. */
async function whereAllowed(
  subject: string,
  action: string,
  look: () => Promise<VerifyFinding[]>,
): Promise<VerifyFinding[]> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof Error) || !/^AccessDenied/.test(error.name)) {
      throw error;
    }
    return [warned(subject, `may not be read; allow ${action}, or look there yourself`)];
  }
}

/** What each of them refuses, and how to get past it. The others don't mind what Understudy does. */
const IN_THE_WAY: Readonly<Record<string, string>> = {
  ACTIVE_RECORD_CHECK: 'refuses to delete records that are still asked for; turn it off',
  ALIAS_TARGET_CHECK:
    'refuses to delete a record that an alias record of the zone leads to; delete the alias record first, or turn it off',
};

function guardrailFinding(stack: DeployedStack, zone: string, guardrails: readonly string[]): VerifyFinding {
  const subject = `hosted zone ${zone}`;
  const inTheWay = guardrails.filter((name) => Object.hasOwn(IN_THE_WAY, name));
  if (inTheWay.length === 0) {
    return fine(subject, 'lets records be deleted');
  }
  const reasons = inTheWay.map((name) => `${name} ${IN_THE_WAY[name]}`).join('; ');
  return shopNames(stack).every((name) => hasRecord(stack, name))
    ? fine(subject, `${reasons} before you go back or destroy the stack`)
    : wrong(subject, `${reasons} for the cut-over`);
}

/** The types of the records that a cut-over deletes and makes. */
const OF_SHOPPERS: readonly string[] = ['A', 'AAAA', 'CNAME'];

function protectionFindings(stack: DeployedStack, protections: readonly ProtectedRecord[]): VerifyFinding[] {
  const ofShop = shopNames(stack);
  return protections.flatMap(({ name, type }) => {
    const subject = `protection of ${plain(name)} ${type}`;
    if (hasRecord(stack, name, type)) {
      return fine(
        subject,
        'delete it before a deployment that changes the record, going back, or destroying the stack',
      );
    }
    const toCutOver = ofShop.includes(plain(name)) && !hasRecord(stack, name);
    return toCutOver && OF_SHOPPERS.includes(type)
      ? wrong(subject, 'refuses what the cut-over deletes and makes; delete the protection first')
      : [];
  });
}

/** The names that shoppers use, in lower case. */
const shopNames = (stack: DeployedStack): readonly string[] =>
  ofType(stack, 'AWS::CloudFront::Distribution')
    .flatMap(({ properties }) => (properties['DistributionConfig'] as { Aliases?: string[] }).Aliases ?? [])
    .map(plain);

/** @param type @default - any */
const hasRecord = (stack: DeployedStack, name: string, type?: string): boolean =>
  ofType(stack, 'AWS::Route53::RecordSet').some(
    ({ properties }) =>
      plain(String(properties['Name'])) === plain(name) &&
      (type ?? properties['Type']) === properties['Type'],
  );

const plain = (name: string): string => name.replace(/\.$/, '').toLowerCase();
