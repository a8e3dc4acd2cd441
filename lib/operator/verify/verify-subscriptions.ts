import { fine, type VerifyFinding, warned, wrong } from './finding';
import { type DeployedStack, type Inspector, ofType, type StackResource, type Subscriber } from './inspector';

/** Whether everybody whom the template subscribes really gets messages. */
export async function verifySubscriptions(
  stack: DeployedStack,
  inspector: Inspector,
): Promise<VerifyFinding[]> {
  const topics = ofType(stack, 'AWS::SNS::Topic');
  const findings = await Promise.all(topics.map((topic) => verifyTopic(topic, stack, inspector)));
  return findings.flat();
}

async function verifyTopic(
  { logicalId, physicalId: topicArn, properties }: StackResource,
  stack: DeployedStack,
  inspector: Inspector,
): Promise<VerifyFinding[]> {
  const topic = `topic ${properties['DisplayName'] ?? logicalId}`;
  if (topicArn === undefined) {
    return [wrong(topic, 'is not there; deploy again')];
  }
  const subscribers = await inspector.subscribers(topicArn);
  const wanted = endpointsOf(stack, logicalId);
  const missing = wanted.filter((endpoint) => !subscribers.some((one) => one.endpoint === endpoint));
  return [
    ...counted(topic, wanted, subscribers),
    ...missing.map((endpoint) =>
      wrong(topic, `${endpoint} is not subscribed any more; subscribe it again in the SNS console`),
    ),
    ...subscribers.map((subscriber) => subscribed(topic, subscriber)),
  ];
}

/** How many of those that the props name hear of the store. */
function counted(
  topic: string,
  wanted: readonly string[],
  subscribers: readonly Subscriber[],
): VerifyFinding[] {
  const heard = wanted.filter((endpoint) =>
    subscribers.some((one) => one.endpoint === endpoint && one.confirmed),
  );
  const detail = `${heard.length} of ${wanted.length} contacts in the props are subscribed and confirmed`;
  if (wanted.length === 0) {
    return [];
  }
  return heard.length === wanted.length
    ? [fine(topic, detail)]
    : [warned(topic, `${detail}; nobody else hears of the store`)];
}

function subscribed(topic: string, { endpoint, confirmed, isLoose }: Subscriber): VerifyFinding {
  if (!confirmed) {
    const detail = `${endpoint} has not confirmed; send it the request again, links are valid for two days`;
    return wrong(topic, detail);
  }
  return isLoose
    ? warned(
        topic,
        `${endpoint} is subscribed, and anybody who has one of its e-mails can unsubscribe it (no AuthenticateOnUnsubscribe); delete the subscription, create it again, and confirm it with "npx understudy confirm"`,
      )
    : fine(topic, `${endpoint} is subscribed`);
}

/** Addresses that the template states. Those of functions are known at deployment only. */
function endpointsOf(stack: DeployedStack, topicId: string): readonly string[] {
  return ofType(stack, 'AWS::SNS::Subscription')
    .filter(({ properties }) => JSON.stringify(properties['TopicArn']) === JSON.stringify({ Ref: topicId }))
    .map(({ properties }) => properties['Endpoint'])
    .filter((endpoint) => typeof endpoint === 'string');
}
