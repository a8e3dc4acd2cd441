import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { Route53Client } from '@aws-sdk/client-route-53';
import { SNSClient } from '@aws-sdk/client-sns';
import { AwsInspector } from '../../lib/verify/aws-inspector';
import {
  type AwsStandIn,
  type RecordedRequest,
  startAwsStandIn,
} from '../lambda/status-update/helpers/aws-stand-in';

const TEMPLATE = JSON.stringify({
  Resources: { Check: { Type: 'T', Properties: { a: 1 } }, Bare: { Type: 'U' } },
});
const escaped = TEMPLATE.replaceAll('"', '&quot;');

/** Answers in the shapes of the services' API references. */
function answer({ path, body, method }: RecordedRequest): string {
  const action = new URLSearchParams(body).get('Action');
  if (action === 'DescribeStacks')
    return '<DescribeStacksResponse><DescribeStacksResult><Stacks><member><Outputs><member><OutputKey>K</OutputKey><OutputValue>V</OutputValue></member></Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>';
  if (action === 'GetTemplate')
    return `<GetTemplateResponse><GetTemplateResult><TemplateBody>${escaped}</TemplateBody></GetTemplateResult></GetTemplateResponse>`;
  if (action === 'ListStackResources')
    return '<ListStackResourcesResponse><ListStackResourcesResult><StackResourceSummaries><member><LogicalResourceId>Check</LogicalResourceId><PhysicalResourceId>hc-1</PhysicalResourceId></member></StackResourceSummaries></ListStackResourcesResult></ListStackResourcesResponse>';
  if (action === 'ListSubscriptionsByTopic')
    return '<ListSubscriptionsByTopicResponse><ListSubscriptionsByTopicResult><Subscriptions><member><Endpoint>a@example.com</Endpoint><SubscriptionArn>arn:aws:sns:us-east-1:1:t:1</SubscriptionArn></member><member><Endpoint>b@example.com</Endpoint><SubscriptionArn>PendingConfirmation</SubscriptionArn></member></Subscriptions></ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>';
  if (path.includes('/healthcheck/'))
    return '<GetHealthCheckResponse><HealthCheck><Id>hc-1</Id><HealthCheckConfig><Type>HTTPS</Type><Disabled>true</Disabled></HealthCheckConfig></HealthCheck></GetHealthCheckResponse>';
  if (path.includes('/rrset'))
    return '<ListResourceRecordSetsResponse><ResourceRecordSets><ResourceRecordSet><Name>shop.example.com.</Name><Type>A</Type><TTL>30</TTL></ResourceRecordSet><ResourceRecordSet><Name>www.example.com.</Name><Type>A</Type></ResourceRecordSet></ResourceRecordSets></ListResourceRecordSetsResponse>';
  return `a page, by ${method}`;
}

let aws: AwsStandIn;
let inspector: AwsInspector;
beforeAll(async () => {
  aws = await startAwsStandIn(answer);
  const client = {
    endpoint: aws.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  inspector = new AwsInspector({
    cloudFormation: new CloudFormationClient(client),
    route53: new Route53Client(client),
    sns: new SNSClient(client),
  });
});
afterAll(() => aws.close());

describe('inspector of AWS', () => {
  test('reads a stack with its template, ids and outputs', async () => {
    expect(await inspector.stack('Understudy')).toEqual({
      outputs: { K: 'V' },
      resources: [
        { logicalId: 'Check', type: 'T', properties: { a: 1 }, physicalId: 'hc-1' },
        { logicalId: 'Bare', type: 'U', properties: {}, physicalId: undefined },
      ],
    });
  });

  test('tells who has confirmed', async () => {
    expect(await inspector.subscribers('arn:topic')).toEqual([
      { endpoint: 'a@example.com', confirmed: true },
      { endpoint: 'b@example.com', confirmed: false },
    ]);
  });

  test('reads health checks', async () => {
    expect(await inspector.healthCheck('hc-1')).toEqual({ Type: 'HTTPS', Disabled: true });
  });

  test('reads the records of one name, and not those that follow', async () => {
    expect(await inspector.recordSets('Z1', 'shop.example.com', 'A')).toEqual([
      expect.objectContaining({ Name: 'shop.example.com.', TTL: 30 }),
    ]);
  });

  test('asks for the page', async () => {
    expect(await inspector.page(`${aws.endpoint}/page`)).toEqual({ status: 200, body: 'a page, by GET' });
  });

  test('changes nothing', () => {
    const actions = aws.requests.map(({ method, body }) => new URLSearchParams(body).get('Action') ?? method);
    expect(actions.filter((action) => !/^(Describe|Get|List|GET)/.test(action))).toEqual([]);
  });
});
