import { parseOptions } from './options';
import type { CliContext, Subcommand } from './subcommand';
import { UsageError } from './usage-error';

/** `npx understudy confirm`: confirms subscriptions so that no stranger can end them. */
export const confirm: Subcommand = {
  summary: 'confirm subscriptions by the links of their e-mails, so that only you can end them',
  help: `Usage: npx understudy confirm "<link>" ["<link>" ...]

Each address gets one e-mail for each topic, two in all: copy the address of "Confirm subscription", and don't open it.
Confirmed in the browser, anybody who has one of the later e-mails can unsubscribe the address by the link at its end.
Confirmed here, AuthenticateOnUnsubscribe is set: only the owner of the topic can, with credentials.

You need sns:ConfirmSubscription on the topics. Links are valid for two days.`,
  run: async (args, context) => {
    const { positionals } = parseOptions(args, {});
    if (positionals.length === 0) {
      throw new UsageError('confirm: must be at least one link, got none; put each in quotes');
    }
    for (const request of positionals.map(readLink)) await confirmOne(request, context);
    return 0;
  },
};

/** What the link in a confirmation e-mail asks for. */
export interface Confirmation {
  readonly topicArn: string;
  readonly token: string;
}

async function confirmOne(confirmation: Confirmation, { subscriptions, print }: CliContext): Promise<void> {
  await subscriptions.confirm(confirmation);
  const topic = confirmation.topicArn.split(':').at(-1);
  print(`Confirmed for topic ${topic}. Only its owner can end this subscription.`);
}

/**
 * Reads a link of SNS. Mail programs that check links put their own in its place, which SNS never sees.
 *
 * @throws UsageError
 */
function readLink(link: string): Confirmation {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  const topicArn = url?.searchParams.get('TopicArn') ?? '';
  const token = url?.searchParams.get('Token') ?? '';
  if (url?.hostname !== 'sns.us-east-1.amazonaws.com' || topicArn === '' || token === '') {
    throw new UsageError(
      `confirm: must be the link of a confirmation e-mail, got ${JSON.stringify(link)}; it begins with https://sns.us-east-1.amazonaws.com/ and has a TopicArn and a Token, so copy it in quotes`,
    );
  }
  return { topicArn, token };
}
