import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { OwnFunction } from '../../private/bundling/own-function';
import {
  AMAZON_Q_OPTIONS,
  CHANNEL_SECRET,
  PAGER_DUTY_OPTIONS,
} from '../../validation/schema/channel-options';
import { checkedOptions } from '../../validation/schema/checked-options';

/** A function that comes with Understudy. */
export interface BuiltInChannel {
  readonly builtIn: 'amazon-q' | 'pager-duty' | 'slack' | 'teams';
}

/** What a channel's function is made of. */
export type ChannelSources = OwnFunction | BuiltInChannel;

/**
 * One more way to tell people. Each channel has a function of its own behind the topics of on-call, so that a receiver
 * that is down delays nobody else. It gets updates about incidents and CloudWatch's own messages about alarms. A channel
 * of your own is one file that exports `handler`: `{ name: 'matrix', sources: { entry: join(__dirname, 'matrix.ts') } }`;
 * see `lambda/channels/`. Its function can be bundled once esbuild is among the app's packages (`npm i -D esbuild`).
 */
export interface Channel {
  /** Lower-case words with dashes, unique. It becomes part of an alarm's name. */
  readonly name: string;
  readonly sources: ChannelSources;
  /** A secret in us-east-1 that the function may read. @default - it reads none */
  readonly secret?: ISecret;
  /** Where to post when the secret is a key and no URL. @default - the secret is the URL */
  readonly endpoint?: string;
  /** Whether the function publishes to a topic made for it, which its receiver subscribes to. @default false */
  readonly ownTopic?: boolean;
  /** Whether its messages carry the line by which people in an Amazon Q chat acknowledge, as `ACK_LINE`. @default false */
  readonly acknowledges?: boolean;
}

/** The text of the secret is all that the channel needs: a key or a URL, without quotes. */
export interface ChannelSecret {
  /**
   * One that the app makes, or an existing one: `Secret.fromSecretNameV2(stack, 'Slack', 'shop/slack')`. One that is
   * encrypted with a key of your own is imported with that key, by `Secret.fromSecretAttributes`.
   */
  readonly secret: ISecret;
}

/** A PagerDuty service. */
export interface PagerDutyOptions extends ChannelSecret {
  /** Where the PagerDuty account lives. @default 'us' */
  readonly serviceRegion?: 'us' | 'eu';
}

/** A chat channel of Amazon Q Developer. */
export interface AmazonQOptions {
  /**
   * Whether everybody in the chat may acknowledge, by typing a line that messages carry. Attach the policy that the output
   * `ChatAckPolicyArn` names to the channel's role, and make it the channel's only guardrail policy.
   *
   * @default false
   * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/understanding-permissions.html
   */
  readonly acknowledge?: boolean;
}

const PAGER_DUTY = {
  us: 'https://events.pagerduty.com/v2/enqueue',
  eu: 'https://events.eu.pagerduty.com/v2/enqueue',
};

/** The channels that come with Understudy. Each throws a `PropsError` at synth when an option has a mistake. */
export const Channel = {
  /**
   * PagerDuty's Events API v2: one alert per incident, resolved at its end, and one per plain alarm, resolved by OK. The
   * secret is the integration key.
   *
   * @see https://developer.pagerduty.com/docs/events-api-v2-overview
   */
  pagerDuty: (options: PagerDutyOptions): Channel => {
    const { secret, serviceRegion = 'us' } = checkedOptions('Channel.pagerDuty', PAGER_DUTY_OPTIONS, options);
    return {
      name: 'pager-duty',
      sources: { builtIn: 'pager-duty' },
      secret,
      endpoint: PAGER_DUTY[serviceRegion],
    };
  },

  /**
   * A Slack channel. The secret is the URL of an incoming webhook.
   *
   * @see https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/
   */
  slack: (options: ChannelSecret): Channel => {
    const { secret } = checkedOptions('Channel.slack', CHANNEL_SECRET, options);
    return { name: 'slack', sources: { builtIn: 'slack' }, secret };
  },

  /**
   * A Microsoft Teams channel. The secret is the URL of a workflow that posts webhook requests to it. Such a workflow
   * belongs to a person: give it co-owners, or it ends when the person leaves.
   *
   * @see https://support.microsoft.com/en-us/office/create-incoming-webhooks-with-workflows-for-microsoft-teams-8ae491c7-0394-4861-ba59-055e33f75498
   */
  teams: (options: ChannelSecret): Channel => {
    const { secret } = checkedOptions('Channel.teams', CHANNEL_SECRET, options);
    return { name: 'teams', sources: { builtIn: 'teams' }, secret };
  },

  /**
   * Slack, Teams or Chime through Amazon Q Developer in chat applications, in one thread per incident. Subscribe the
   * chat channel to the topic that the output `AmazonQTopicArn` names, in the Amazon Q Developer console.
   *
   * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html
   */
  amazonQ: (options: AmazonQOptions = {}): Channel => {
    const { acknowledge = false } = checkedOptions('Channel.amazonQ', AMAZON_Q_OPTIONS, options);
    return {
      name: 'amazon-q',
      sources: { builtIn: 'amazon-q' },
      ownTopic: true,
      ...(acknowledge && { acknowledges: true }),
    };
  },
} as const;
