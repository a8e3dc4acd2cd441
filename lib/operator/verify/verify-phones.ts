import { fine, type VerifyFinding, warned, wrong } from './finding';
import { type DeployedStack, type Inspector, ofType, type SmsAccount } from './inspector';

const ACCOUNT = 'text messages';

/** A month's limit in US dollars up to which a few outages use it up: what AWS gives an account at first. */
const LOW_LIMIT = 1;

/** Whether SNS would send text messages to every phone that the template subscribes. Nothing where there is none. */
export async function verifyPhones(stack: DeployedStack, inspector: Inspector): Promise<VerifyFinding[]> {
  const phones = phonesOf(stack);
  if (phones.length === 0) {
    return [];
  }
  const [account, ...optOuts] = await Promise.all([
    looked(ACCOUNT, async () => verifyAccount(await inspector.smsAccount(), phones)),
    ...phones.map((phone) =>
      looked(`phone ${phone}`, async () => [verifyOptOut(phone, await inspector.isOptedOut(phone))]),
    ),
  ]);
  return [...account, ...optOuts.flat()];
}

function phonesOf(stack: DeployedStack): readonly string[] {
  const phones = ofType(stack, 'AWS::SNS::Subscription')
    .filter(({ properties }) => properties['Protocol'] === 'sms')
    .map(({ properties }) => properties['Endpoint'])
    .filter((endpoint) => typeof endpoint === 'string');
  return [...new Set(phones)];
}

/** What a person may not look at is no fault of the store's. */
async function looked(subject: string, look: () => Promise<VerifyFinding[]>): Promise<VerifyFinding[]> {
  try {
    return await look();
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    return [warned(subject, `could not be looked at: ${because}`)];
  }
}

/** @see https://docs.aws.amazon.com/sns/latest/dg/sns-sms-sandbox.html */
function verifyAccount({ inSandbox, verified, monthlySpendLimit }: SmsAccount, phones: readonly string[]) {
  const limit = verifyLimit(monthlySpendLimit);
  if (!inSandbox) {
    return [fine(ACCOUNT, 'the account is out of the SMS sandbox'), limit];
  }
  const outside = phones.filter((phone) => !verified.includes(phone));
  return [
    ...outside.map((phone) =>
      wrong(
        ACCOUNT,
        `the account is in the SMS sandbox, and ${phone} gets nothing; leave the sandbox, or verify the number in the SNS console`,
      ),
    ),
    ...(outside.length > 0
      ? []
      : [warned(ACCOUNT, 'the account is in the SMS sandbox; each number is verified there')]),
    limit,
  ];
}

/** @see https://docs.aws.amazon.com/sns/latest/api/API_SetSMSAttributes.html */
function verifyLimit(limit: number | undefined): VerifyFinding {
  if (limit === undefined) {
    return warned(ACCOUNT, 'SNS names no monthly spend limit; look for it in the SNS console');
  }
  const said = `SNS stops sending text messages at US $${limit} a month`;
  return limit > LOW_LIMIT
    ? fine(ACCOUNT, said)
    : warned(ACCOUNT, `${said}; ask for more, "Account spend limit" in the SNS console`);
}

/** @see https://docs.aws.amazon.com/sns/latest/api/API_OptInPhoneNumber.html */
function verifyOptOut(phone: string, isOptedOut: boolean): VerifyFinding {
  return isOptedOut
    ? wrong(
        `phone ${phone}`,
        'has opted out of all text messages of this account; opt it in again in the SNS console, which takes it once in 30 days',
      )
    : fine(`phone ${phone}`, 'has not opted out');
}
