import { differences, type PhysicalIds } from './differences';
import { fine, type VerifyFinding, wrong } from './finding';
import { type DeployedStack, type Inspector, ofType, type StackResource } from './inspector';

/** What a template says about a record that Route 53 does not return. */
const NOT_RETURNED = ['HostedZoneId', 'HostedZoneName', 'Comment'];

/** Whether the DNS records are those that were deployed. */
export async function verifyRecords(
  stack: DeployedStack,
  inspector: Inspector,
  ids: PhysicalIds,
): Promise<VerifyFinding[]> {
  const records = ofType(stack, 'AWS::Route53::RecordSet');
  return Promise.all(records.map((record) => verifyRecord(record, inspector, ids)));
}

async function verifyRecord(
  { properties }: StackResource,
  inspector: Inspector,
  ids: PhysicalIds,
): Promise<VerifyFinding> {
  const { HostedZoneId: zone, Name: name, Type: type, SetIdentifier: id } = properties;
  const subject = ['record', name, type, id].filter((part) => part !== undefined).join(' ');
  const found = await inspector.recordSets(String(zone), String(name), String(type));
  const twin = found.find((one) => 'SetIdentifier' in one === (id !== undefined) && setIdOf(one) === id);
  if (twin === undefined) {
    return wrong(subject, 'is not there; deploy again');
  }
  const different = differences(asReturned(properties), twin, ids);
  return different.length === 0
    ? fine(subject, 'is as deployed')
    : wrong(subject, `${different.join('; ')}; deploy again`);
}

const setIdOf = (record: object): unknown => ('SetIdentifier' in record ? record.SetIdentifier : undefined);

/** A template lists values, the API objects with a value. */
function asReturned(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { ResourceRecords: values, ...others } = properties;
  const known = Object.entries(others).filter(([key]) => !NOT_RETURNED.includes(key));
  return {
    ...Object.fromEntries(known),
    ...(Array.isArray(values) && { ResourceRecords: values.map((Value: unknown) => ({ Value })) }),
  };
}
