import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { Route53Client } from '@aws-sdk/client-route-53';
import { SNSClient } from '@aws-sdk/client-sns';
import { AwsInspector } from '../../../lib/operator/verify/aws-inspector';
import {
  type AwsStandIn,
  type RecordedRequest,
  startAwsStandIn,
} from '../../lambda/status-update/helpers/aws-stand-in';

const TEMPLATE = JSON.stringify({
  Resources: { Check: { Type: 'T', Properties: { a: 1 } }, Bare: { Type: 'U' } },
});
const escaped = TEMPLATE.replaceAll('"', '&quot;');

/** Answers in the shapes of the services' API references. */
function answer({ path, body, method }: RecordedRequest): string | { status: number; body: string } {
  const action = new URLSearchParams(body).get('Action');
  if (action === 'DescribeStacks') {
    return '<DescribeStacksResponse><DescribeStacksResult><Stacks><member><Outputs><member><OutputKey>K</OutputKey><OutputValue>V</OutputValue></member></Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>';
  }
  if (action === 'GetTemplate') {
    return `<GetTemplateResponse><GetTemplateResult><TemplateBody>${escaped}</TemplateBody></GetTemplateResult></GetTemplateResponse>`;
  }
  if (action === 'ListStackResources') {
    return '<ListStackResourcesResponse><ListStackResourcesResult><StackResourceSummaries><member><LogicalResourceId>Check</LogicalResourceId><PhysicalResourceId>hc-1</PhysicalResourceId></member></StackResourceSummaries></ListStackResourcesResult></ListStackResourcesResponse>';
  }
  if (action === 'ListSubscriptionsByTopic') {
    return '<ListSubscriptionsByTopicResponse><ListSubscriptionsByTopicResult><Subscriptions><member><Endpoint>a@example.com</Endpoint><SubscriptionArn>arn:aws:sns:us-east-1:1:t:1</SubscriptionArn></member><member><Endpoint>c@example.com</Endpoint><Protocol>email</Protocol><SubscriptionArn>arn:aws:sns:us-east-1:1:t:loose</SubscriptionArn></member><member><Endpoint>d@example.com</Endpoint><Protocol>email</Protocol><SubscriptionArn>arn:aws:sns:us-east-1:1:t:fast</SubscriptionArn></member><member><Endpoint>e@example.com</Endpoint><Protocol>email</Protocol><SubscriptionArn>arn:aws:sns:us-east-1:1:t:hidden</SubscriptionArn></member><member><Endpoint>b@example.com</Endpoint><SubscriptionArn>PendingConfirmation</SubscriptionArn></member></Subscriptions></ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>';
  }
  if (action === 'GetSubscriptionAttributes') {
    return attributesOf(body);
  }
  if (action !== null && action in SMS) {
    return SMS[action] ?? '';
  }
  if (path.endsWith('/status')) {
    return '<GetHealthCheckStatusResponse><HealthCheckObservations><HealthCheckObservation><Region>eu-west-1</Region><IPAddress>192.0.2.1</IPAddress><StatusReport><Status>Failure: connection timed out</Status></StatusReport></HealthCheckObservation><HealthCheckObservation><Region>sa-east-1</Region><StatusReport><Status>Success: HTTP Status Code 200, OK</Status></StatusReport></HealthCheckObservation></HealthCheckObservations></GetHealthCheckStatusResponse>';
  }
  if (path.includes('/healthcheck/')) {
    return '<GetHealthCheckResponse><HealthCheck><Id>hc-1</Id><HealthCheckConfig><Type>HTTPS</Type><Disabled>true</Disabled></HealthCheckConfig></HealthCheck></GetHealthCheckResponse>';
  }
  if (path.includes('/rrsetprotection')) {
    return protections(path);
  }
  if (path.includes('/hostedzone/Z2')) {
    return STANDARD_ZONE;
  }
  if (path.includes('/hostedzone/Z3')) {
    return { status: 403, body: DENIED };
  }
  if (path.includes('/hostedzone/Z1') && !path.includes('/rrset')) {
    return ZONE;
  }
  if (path.includes('/rrset')) {
    return '<ListResourceRecordSetsResponse><ResourceRecordSets><ResourceRecordSet><Name>shop.example.com.</Name><Type>A</Type><TTL>30</TTL></ResourceRecordSet><ResourceRecordSet><Name>www.example.com.</Name><Type>A</Type></ResourceRecordSet></ResourceRecordSets></ListResourceRecordSetsResponse>';
  }
  return `a page, by ${method}`;
}

/** What SNS answers about text messages. */
const SMS: Readonly<Record<string, string>> = {
  GetSMSSandboxAccountStatus:
    '<GetSMSSandboxAccountStatusResponse><GetSMSSandboxAccountStatusResult><IsInSandbox>true</IsInSandbox></GetSMSSandboxAccountStatusResult></GetSMSSandboxAccountStatusResponse>',
  GetSMSAttributes:
    '<GetSMSAttributesResponse><GetSMSAttributesResult><attributes><entry><key>MonthlySpendLimit</key><value>1</value></entry></attributes></GetSMSAttributesResult></GetSMSAttributesResponse>',
  ListSMSSandboxPhoneNumbers:
    '<ListSMSSandboxPhoneNumbersResponse><ListSMSSandboxPhoneNumbersResult><PhoneNumbers><member><PhoneNumber>+48123456789</PhoneNumber><Status>Verified</Status></member><member><PhoneNumber>+48123456780</PhoneNumber><Status>Pending</Status></member></PhoneNumbers></ListSMSSandboxPhoneNumbersResult></ListSMSSandboxPhoneNumbersResponse>',
  CheckIfPhoneNumberIsOptedOut:
    '<CheckIfPhoneNumberIsOptedOutResponse><CheckIfPhoneNumberIsOptedOutResult><isOptedOut>true</isOptedOut></CheckIfPhoneNumberIsOptedOutResult></CheckIfPhoneNumberIsOptedOutResponse>',
};

function attributesOf(body: string): string | { status: number; body: string } {
  if (body.includes('hidden')) {
    return { status: 403, body: DENIED };
  }
  return `<GetSubscriptionAttributesResponse><GetSubscriptionAttributesResult><Attributes><entry><key>ConfirmationWasAuthenticated</key><value>${!body.includes('loose')}</value></entry></Attributes></GetSubscriptionAttributesResult></GetSubscriptionAttributesResponse>`;
}

/** Two pages. */
function protections(path: string): string {
  const [name, token] = path.includes('nexttoken=2') ? ['www', ''] : ['shop', '<NextToken>2</NextToken>'];
  return `<ListResourceRecordSetProtectionsResponse><ResourceRecordSetProtections><ResourceRecordSetProtection><RecordName>${name}.example.com.</RecordName><RecordType>A</RecordType></ResourceRecordSetProtection></ResourceRecordSetProtections>${token}</ListResourceRecordSetProtectionsResponse>`;
}

const guardrail = (name: string, status: string) =>
  `<ChangeGuardrail><Name>${name}</Name><Status>${status}</Status></ChangeGuardrail>`;
const ZONE = `<GetHostedZoneResponse><HostedZone><Id>/hostedzone/Z1</Id><Name>example.com.</Name><CallerReference>c</CallerReference><Config><HostedZoneTier>ADVANCED</HostedZoneTier></Config><Features><ChangeGuardrails>${guardrail('NS_FORMAT_CHECK', 'ENABLED')}${guardrail('ALIAS_TARGET_CHECK', 'DISABLED')}
${guardrail('ACTIVE_RECORD_CHECK', 'ENABLED')}</ChangeGuardrails></Features></HostedZone></GetHostedZoneResponse>`;
const DENIED =
  '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>';
const STANDARD_ZONE =
  '<GetHostedZoneResponse><HostedZone><Id>/hostedzone/Z2</Id><Name>example.org.</Name><CallerReference>c</CallerReference></HostedZone></GetHostedZoneResponse>';

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
      { endpoint: 'c@example.com', confirmed: true, isLoose: true },
      { endpoint: 'd@example.com', confirmed: true, isLoose: false },
      { endpoint: 'e@example.com', confirmed: true },
      { endpoint: 'b@example.com', confirmed: false },
    ]);
  });

  test('tells what the account may do with text messages', async () => {
    expect(await inspector.smsAccount()).toEqual({
      inSandbox: true,
      verified: ['+48123456789'],
      monthlySpendLimit: 1,
    });
    expect(await inspector.isOptedOut('+48123456789')).toBe(true);
  });

  test('reads health checks', async () => {
    expect(await inspector.healthCheck('hc-1')).toEqual({ Type: 'HTTPS', Disabled: true });
  });

  test('reads what the checkers of an endpoint see, in their own words', async () => {
    expect(await inspector.checkers('hc-1')).toEqual([
      { region: 'eu-west-1', passed: false, status: 'Failure: connection timed out' },
      { region: 'sa-east-1', passed: true, status: 'Success: HTTP Status Code 200, OK' },
    ]);
  });

  test('reads the records of one name, and not those that follow', async () => {
    expect(await inspector.recordSets('Z1', 'shop.example.com', 'A')).toEqual([
      expect.objectContaining({ Name: 'shop.example.com.', TTL: 30 }),
    ]);
  });

  test('tells which guardrails of a zone are on, though the SDK does not know them', async () => {
    expect(await inspector.guardrails('Z1')).toEqual(['NS_FORMAT_CHECK', 'ACTIVE_RECORD_CHECK']);
  });

  test('finds no guardrails in a zone that names none', async () => {
    expect(await inspector.guardrails('Z2')).toEqual([]);
  });

  test('tells when a zone may not be read', async () => {
    await expect(inspector.guardrails('Z3')).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  test('tells of every page of record set protections', async () => {
    expect(await inspector.protections('Z1')).toEqual([
      { name: 'shop.example.com.', type: 'A' },
      { name: 'www.example.com.', type: 'A' },
    ]);
  });

  test('asks for the page', async () => {
    expect(await inspector.page(`${aws.endpoint}/page`)).toEqual({ status: 200, body: 'a page, by GET' });
  });

  test('changes nothing', () => {
    const actions = aws.requests.map(({ method, body }) => new URLSearchParams(body).get('Action') ?? method);
    expect(actions.filter((action) => !/^(Describe|Get|List|Check|GET)/.test(action))).toEqual([]);
  });
});
