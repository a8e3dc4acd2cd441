import {
  CheckIfPhoneNumberIsOptedOutCommand,
  GetSMSAttributesCommand,
  GetSMSSandboxAccountStatusCommand,
  paginateListSMSSandboxPhoneNumbers,
  type SNSClient,
} from '@aws-sdk/client-sns';
import type { SmsAccount } from './inspector';

/**
 * What the account may do with text messages in this Region. None of these actions knows resources.
 *
 * @see https://docs.aws.amazon.com/sns/latest/api/API_GetSMSSandboxAccountStatus.html
 * @see https://docs.aws.amazon.com/sns/latest/api/API_GetSMSAttributes.html
 */
export async function readSmsAccount(client: SNSClient): Promise<SmsAccount> {
  const [{ IsInSandbox: inSandbox = false }, { attributes = {} }] = await Promise.all([
    client.send(new GetSMSSandboxAccountStatusCommand({})),
    client.send(new GetSMSAttributesCommand({ attributes: ['MonthlySpendLimit'] })),
  ]);
  const { MonthlySpendLimit: limit } = attributes;
  return {
    inSandbox,
    verified: inSandbox ? await verifiedNumbers(client) : [],
    monthlySpendLimit: limit === undefined ? undefined : Number(limit),
  };
}

/** @see https://docs.aws.amazon.com/sns/latest/api/API_CheckIfPhoneNumberIsOptedOut.html */
export async function readOptOut(client: SNSClient, phoneNumber: string): Promise<boolean> {
  const { isOptedOut = false } = await client.send(new CheckIfPhoneNumberIsOptedOutCommand({ phoneNumber }));
  return isOptedOut;
}

async function verifiedNumbers(client: SNSClient): Promise<readonly string[]> {
  const numbers: string[] = [];
  for await (const { PhoneNumbers = [] } of paginateListSMSSandboxPhoneNumbers({ client }, {})) {
    for (const { PhoneNumber: number, Status: status } of PhoneNumbers) {
      if (number !== undefined && status === 'Verified') {
        numbers.push(number);
      }
    }
  }
  return numbers;
}
