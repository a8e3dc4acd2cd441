import { HOME_REGION } from '../../../lambda/shared/contract/home-region';
import { CliError, EXIT } from '../../command-line/cli-error';
import { withJson } from '../../command-line/options';
import { prose } from '../../command-line/prose';
import type { CliContext } from './cli-context';
import { runs, type Subcommand } from './subcommand';
import type { Confirmation } from './subscriptions';

/** `npx understudy confirm`: confirms subscriptions so that no stranger can end them. */
export const confirm: Subcommand = {
  define: (command, context) => {
    withJson(command)
      .usage('"<link>" ["<link>" ...]')
      .description(DESCRIPTION)
      .argument('[link...]')
      .action(
        runs(context, async (links) => {
          if (links.length === 0) {
            throw new CliError('confirm: must be at least one link, got none; put each in quotes');
          }
          const confirmations = links.map(readLink);
          for (const confirmation of confirmations) {
            await confirmOne(confirmation, context);
          }
          context.result({ confirmed: confirmations.map(({ topicArn }) => ({ topicArn })) });
          return EXIT.WELL;
        }),
      );
  },
};

const DESCRIPTION = prose(`
Each address gets one e-mail for each topic, two in all: copy the address of "Confirm subscription", and don't open it.
Confirmed in the browser, anybody who has one of the later e-mails can unsubscribe the address by the link at its end.
Confirmed here, AuthenticateOnUnsubscribe is set: only the owner of the topic can, with credentials.

You need sns:ConfirmSubscription on the topics. Links are valid for two days.
`);

async function confirmOne(confirmation: Confirmation, { aws, print }: CliContext): Promise<void> {
  await aws.subscriptions.confirm(confirmation);
  const topic = confirmation.topicArn.split(':').at(-1);
  print(`Confirmed for topic ${topic}. Only its owner can end this subscription.`);
}

/**
 * Reads a link of SNS. Mail programs that check links put their own in its place, which SNS never sees.
 *
 * @throws CliError
 */
function readLink(link: string): Confirmation {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  const topicArn = url?.searchParams.get('TopicArn') ?? '';
  const token = url?.searchParams.get('Token') ?? '';
  if (url?.hostname !== `sns.${HOME_REGION}.amazonaws.com` || topicArn === '' || token === '') {
    throw new CliError(
      `confirm: must be the link of a confirmation e-mail, got ${JSON.stringify(link)}; it begins with https://sns.${HOME_REGION}.amazonaws.com/ and has a TopicArn and a Token, so copy it in quotes`,
    );
  }
  return { topicArn, token };
}
