import { Token } from 'aws-cdk-lib';
import type { Channel } from '../status-updates/channels/channel';
import { describeMistake } from './mistake';

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const SECRET_ARN = /^arn:aws[a-z-]*:secretsmanager:us-east-1:\d{12}:secret:.+-[A-Za-z0-9]{6}$/;

/** Understudy's own queues have alarms of these names. */
const TAKEN = ['on-call', 'alarms', 'status-update'];

/** Mistakes in the channels. */
export function validateChannels(channels: readonly Channel[] = []): string[] {
  const names = channels.map(({ name }) => name);
  return channels.flatMap((channel, index) => {
    const prop = `onCall.channels[${index}]`;
    const isTwin = names.indexOf(channel.name) < index || TAKEN.includes(channel.name);
    return [...validateName(prop, channel.name, isTwin), ...validateSecret(prop, channel)];
  });
}

function validateName(prop: string, got: string, isTwin: boolean): string[] {
  if (!NAME.test(got)) {
    const remedy = 'write lower-case words with dashes, such as pager-duty';
    return [describeMistake({ prop: `${prop}.name`, problem: 'must be fit for an alarm name', got, remedy })];
  }
  const remedy = 'give it a name of its own, such as { ...Channel.slack({ secretArn }), name: "slack-shop" }';
  return isTwin ? [describeMistake({ prop: `${prop}.name`, problem: 'must be unique', got, remedy })] : [];
}

function validateSecret(prop: string, { secretArn }: Channel): string[] {
  if (secretArn === undefined || Token.isUnresolved(secretArn) || SECRET_ARN.test(secretArn)) {
    return [];
  }
  // A key that was written here by mistake must not end up in a build log.
  const got = secretArn.startsWith('arn:') ? secretArn : '(hidden)';
  const remedy = 'write arn:aws:secretsmanager:us-east-1:<account>:secret:<name>-<six characters>';
  return [
    describeMistake({
      prop: `${prop}.secretArn`,
      problem: "must be a secret's complete ARN in us-east-1",
      got,
      remedy,
    }),
  ];
}
