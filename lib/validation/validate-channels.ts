import { HOME_REGION } from '../../lambda/shared/contract/home-region';
import type { Channel } from '../monitoring/channels/channel';
import { describeMistake } from './mistake';
import { isUnknown } from './unknown';

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Understudy's own queues have alarms of these names, and names of the second contact's channels begin with the last. */
const TAKEN = /^(on-call|alarms|status-update|escalation(-.*)?)$/;

/** Mistakes in the channels. @param of the prop that has them */
export function validateChannels(channels: readonly Channel[] = [], of = 'onCall'): string[] {
  const names = channels.map(({ name }) => name);
  return channels.flatMap((channel, index) => {
    const prop = `${of}.channels[${index}]`;
    const isTwin = names.indexOf(channel.name) < index || TAKEN.test(channel.name);
    return [...validateName(prop, channel.name, isTwin), ...validateSecret(prop, channel)];
  });
}

function validateName(prop: string, got: string, isTwin: boolean): string[] {
  if (!NAME.test(got)) {
    const remedy = 'write lower-case words with dashes, such as pager-duty';
    return [
      describeMistake({ prop: `${prop}.name`, problem: 'must be usable in an alarm name', got, remedy }),
    ];
  }
  const remedy = 'give it a name of its own, such as { ...Channel.slack({ secret }), name: "slack-shop" }';
  return isTwin ? [describeMistake({ prop: `${prop}.name`, problem: 'must be unique', got, remedy })] : [];
}

/** A function in us-east-1 asks there. The Region of an imported secret follows from its ARN, else from its stack. */
function validateSecret(prop: string, { secret }: Channel): string[] {
  const got = secret?.env?.region;
  if (got === undefined || isUnknown(got) || got === HOME_REGION) {
    return [];
  }
  const remedy = 'replicate it there, and name the replica';
  return [describeMistake({ prop: `${prop}.secret`, problem: `must be in ${HOME_REGION}`, got, remedy })];
}
