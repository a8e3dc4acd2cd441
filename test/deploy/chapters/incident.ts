import { openReceiver, type Receiver } from '../machine/receiver';
import type { Step } from '../steps';
import type { World } from '../world';

const ALARM = 'shop.example.com-store-down';
const STATUS_FILE = 'understudy/status.json';
const SECONDS = 90;

/** An outage of the deployed store: from an alarm to people and shoppers, and what people then say. */
export function incidentSteps(title: string, world: World): readonly Step[] {
  const { aws, understudy } = world;
  const webhook = once(openReceiver);
  const says = async (expected: RegExp, ...args: string[]): Promise<undefined> => {
    const { code, stdout, stderr } = await understudy(...args);
    if (code !== 0 || !expected.test(stdout)) {
      throw new Error(`understudy ${args.join(' ')} ended with ${code}:\n${stdout}${stderr}`);
    }
    return undefined;
  };
  const steps: Step[] = [
    {
      title: 'a webhook subscribes, and understudy confirm confirms it',
      run: async () => {
        await aws.subscribe(await aws.output('OnCallTopicArn'), (await webhook()).url);
        const { SubscribeURL = '' } = await received(await webhook(), 'SubscriptionConfirmation', /./);
        return says(/./, 'confirm', `https://sns.us-east-1.amazonaws.com/${new URL(SubscribeURL).search}`);
      },
    },
    {
      title: 'understudy status finds everything open',
      run: () => says(/Incident +none/, 'status'),
    },
    {
      title: 'an alarm becomes a message over HTTP',
      run: async () => {
        await aws.setHealth(false);
        await aws.setAlarm(ALARM, 'ALARM');
        const { Subject = '' } = await received(await webhook(), 'Notification', /store down/i);
        return Subject;
      },
    },
    { title: 'shoppers read of it in status.json', run: () => statusIs(/"indicator":"critical"/, world) },
    { title: 'understudy status tells of it', run: () => says(/INC-\d+-01/, 'status') },
    { title: 'understudy ack tells everybody', run: () => says(/./, 'ack', '--yes') },
    {
      title: 'understudy announce speaks to shoppers',
      run: async () => {
        await says(/./, 'announce', 'We found the cause', '--state', 'identified', '--yes');
        return statusIs(/We found the cause/, world);
      },
    },
    {
      title: 'understudy announce --retract takes it back',
      run: async () => {
        await says(/./, 'announce', '--retract', '--yes');
        return statusIs(/^(?!.*We found the cause)/, world);
      },
    },
    {
      title: 'the end of the alarm becomes a message, and status.json says so',
      run: async () => {
        await aws.setHealth(true);
        await aws.setAlarm(ALARM, 'OK');
        const { Subject = '' } = await received(await webhook(), 'Notification', /up again|recovered/i);
        await statusIs(/"indicator":"(none|minor)"/, world);
        return Subject;
      },
    },
    {
      title: 'understudy deployed notes a deployment',
      run: () => says(/v1\.2\.3/, 'deployed', 'v1.2.3', '--yes'),
    },
    {
      title: 'understudy note notes a campaign',
      run: () => says(/Launch/, 'note', 'campaign', 'Launch', '--yes'),
    },
    { title: 'understudy drill declares one', run: () => says(/drill/i, 'drill', '+1h', '--yes') },
    { title: 'understudy failover tells where Route 53 sends shoppers', run: () => says(/./, 'failover') },
    { title: 'understudy failover hold holds', run: () => says(/./, 'failover', 'hold', 'primary', '--yes') },
    { title: 'understudy failover auto gives it back', run: () => says(/./, 'failover', 'auto', '--yes') },
    {
      title: 'understudy maintenance opens a window and closes it',
      run: async () => {
        await says(/./, 'maintenance', 'open', 'A bigger database', '--to', '+1h', '--yes');
        return says(/./, 'maintenance', 'close', '--yes');
      },
    },
    {
      title: 'the webhook closes',
      run: async () => {
        await (await webhook()).close();
        return undefined;
      },
    },
  ];
  return steps.map((step) => ({ ...step, title: `${title}: ${step.title}` }));
}

const received = (webhook: Receiver, type: string, subject: RegExp) =>
  webhook.message(({ Type, Subject = ' ' }) => Type === type && subject.test(Subject), SECONDS);

async function statusIs(expected: RegExp, { aws }: World): Promise<undefined> {
  const status = await aws.object(await aws.output('EmergencyBucketName'), STATUS_FILE);
  if (!expected.test(status)) {
    throw new Error(`${STATUS_FILE} has not ${expected}: ${status}`);
  }
  return undefined;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
