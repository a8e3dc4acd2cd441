import { setTimeout } from 'node:timers/promises';
import { openReceiver, type Receiver } from '../machine/receiver';
import type { Step } from '../steps';
import type { World } from '../world';
import { says } from './says';

const ALARM = 'shop.example.com-store-down';
const STATUS_FILE = 'understudy/status.json';
const SECONDS = 90;

/** An outage of the deployed store. */
export interface Incident {
  /** From an alarm to people and shoppers, and what people then say. */
  readonly begins: readonly Step[];
  /** What the function wrote is still there after a deployment in between. */
  readonly survives: readonly Step[];
  readonly ends: readonly Step[];
}

export function incident(world: World): Incident {
  const { aws } = world;
  const webhook = once(openReceiver);
  return {
    begins: [
      {
        title: 'a webhook subscribes, and understudy confirm confirms it',
        run: async () => {
          await aws.subscribe(await aws.output('OnCallTopicArn'), (await webhook()).url);
          const { SubscribeURL = '' } = await received(await webhook(), 'SubscriptionConfirmation', /./);
          const link = `https://sns.us-east-1.amazonaws.com/${new URL(SubscribeURL).search}`;
          return says(world, /./, 'confirm', link);
        },
      },
      {
        title: 'understudy status finds everything open',
        run: () => says(world, /Incident +none/, 'status'),
      },
      {
        title: 'an alarm becomes a message over HTTP',
        run: async () => {
          await aws.setHealth(false);
          await aws.setAlarm(ALARM, 'ALARM');
          const { Subject } = await received(await webhook(), 'Notification', /store down/);
          return Subject;
        },
      },
      { title: 'shoppers read of it in status.json', run: () => statusIs(/"indicator":"critical"/, world) },
      { title: 'understudy ack tells everybody', run: () => says(world, /./, 'ack', '--yes') },
      {
        title: 'understudy announce speaks to shoppers',
        run: async () => {
          await says(world, /./, 'announce', 'We found it', '--state', 'identified', '--yes');
          return statusIs(/We found it/, world);
        },
      },
    ],
    survives: [
      {
        title: 'what people and the function wrote is still there',
        run: async () => {
          await statusIs(/"indicator":"critical".*We found it/, world);
          return says(world, /INC-\d+-01, acknowledged by (?!nobody)/, 'status');
        },
      },
    ],
    ends: [
      {
        title: 'understudy announce --retract takes words back',
        run: async () => {
          await says(world, /./, 'announce', '--retract', '--yes');
          return statusIs(/^(?!.*We found it)/, world);
        },
      },
      {
        title: 'the end of the alarm becomes a message, and status.json says so',
        run: async () => {
          await aws.setHealth(true);
          await aws.setAlarm(ALARM, 'OK');
          const { Subject } = await received(await webhook(), 'Notification', /up again/);
          await statusIs(/"indicator":"(none|minor)"/, world);
          await (await webhook()).close();
          return Subject;
        },
      },
    ],
  };
}

const received = (webhook: Receiver, type: string, subject: RegExp) =>
  webhook.message(({ Type, Subject = ' ' }) => Type === type && subject.test(Subject), SECONDS);

/** Waits until shoppers read something: the file follows the message. @throws Error with what they read instead */
async function statusIs(expected: RegExp, { aws }: World): Promise<undefined> {
  const bucket = await aws.output('EmergencyBucketName');
  let status = '';
  for (let tenths = 0; tenths < SECONDS * 10; tenths += 1) {
    status = await aws.object(bucket, STATUS_FILE);
    if (expected.test(status)) {
      return undefined;
    }
    await setTimeout(100);
  }
  throw new Error(`${STATUS_FILE} has not ${expected}: ${status}`);
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
