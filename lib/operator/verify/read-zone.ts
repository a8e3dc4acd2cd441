import { text } from 'node:stream/consumers';
import {
  GetHostedZoneCommand,
  paginateListResourceRecordSetProtections,
  type Route53Client,
} from '@aws-sdk/client-route-53';
import type { ProtectedRecord } from './inspector';

/**
 * The Change Guardrails that are on in a hosted zone, such as `ACTIVE_RECORD_CHECK`. The SDK of this package does not
 * know them yet and drops them, so they are read from the answer as it comes in.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeGuardrail.html
 */
export async function readGuardrails(
  client: Route53Client,
  hostedZoneId: string,
): Promise<readonly string[]> {
  let answer = '';
  const command = new GetHostedZoneCommand({ Id: hostedZoneId });
  command.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const response = result.response as { body: NodeJS.ReadableStream | Uint8Array };
      answer = await text(response.body as NodeJS.ReadableStream);
      response.body = Buffer.from(answer);
      return result;
    },
    // Beneath the SDK's own reading of the answer.
    { step: 'deserialize', priority: 'low' },
  );
  await client.send(command);
  return guardrailsIn(answer);
}

/** Those that are on, in an answer to GetHostedZone. */
const guardrailsIn = (xml: string): readonly string[] =>
  [...xml.matchAll(/<ChangeGuardrail>(.*?)<\/ChangeGuardrail>/gs)]
    .filter(([, guardrail = '']) => elementOf(guardrail, 'Status') === 'ENABLED')
    .map(([, guardrail = '']) => elementOf(guardrail, 'Name'));

const elementOf = (xml: string, name: string): string =>
  new RegExp(`<${name}>\\s*(.*?)\\s*</${name}>`, 's').exec(xml)?.[1] ?? '';

/**
 * The names and types whose records nobody may change.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/rrset-protection.html
 */
export async function readProtections(
  client: Route53Client,
  hostedZoneId: string,
): Promise<readonly ProtectedRecord[]> {
  const found: ProtectedRecord[] = [];
  for await (const { ResourceRecordSetProtections = [] } of paginateListResourceRecordSetProtections(
    { client },
    { HostedZoneId: hostedZoneId },
  )) {
    for (const { RecordName: name = '', RecordType: type = '' } of ResourceRecordSetProtections) {
      found.push({ name, type });
    }
  }
  return found;
}
