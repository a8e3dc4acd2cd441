import { type Finding, fine, wrong } from './finding';
import { type DeployedStack, type Inspector, ofType, type StackResource } from './inspector';

/** Whether everybody whom the template subscribes really gets messages. */
export async function verifySubscriptions(stack: DeployedStack, inspector: Inspector): Promise<Finding[]> {
  const topics = ofType(stack, 'AWS::SNS::Topic');
  const findings = await Promise.all(topics.map((topic) => verifyTopic(topic, stack, inspector)));
  return findings.flat();
}

async function verifyTopic(
  { logicalId, physicalId: topicArn, properties }: StackResource,
  stack: DeployedStack,
  inspector: Inspector,
): Promise<Finding[]> {
  const topic = `topic ${properties['DisplayName'] ?? logicalId}`;
  if (topicArn === undefined) {
    return [wrong(topic, 'is not there; deploy again')];
  }
  const subscribers = await inspector.subscribers(topicArn);
  const wanted = endpointsOf(stack, logicalId);
  const missing = wanted.filter((endpoint) => !subscribers.some((one) => one.endpoint === endpoint));
  return [
    ...missing.map((endpoint) =>
      wrong(topic, `${endpoint} is not subscribed any more; subscribe it again in the SNS console`),
    ),
    ...subscribers.map(({ endpoint, confirmed }) =>
      confirmed
        ? fine(topic, `${endpoint} is subscribed`)
        : wrong(
            topic,
            `${endpoint} has not confirmed; send it the request again, links are valid for two days`,
          ),
    ),
  ];
}

/** Addresses that the template states. Those of functions are known at deployment only. */
function endpointsOf(stack: DeployedStack, topicId: string): readonly string[] {
  return ofType(stack, 'AWS::SNS::Subscription')
    .filter(({ properties }) => JSON.stringify(properties['TopicArn']) === JSON.stringify({ Ref: topicId }))
    .map(({ properties }) => properties['Endpoint'])
    .filter((endpoint) => typeof endpoint === 'string');
}
