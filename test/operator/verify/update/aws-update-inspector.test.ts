import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { Route53Client } from '@aws-sdk/client-route-53';
import { AwsUpdateInspector } from '../../../../lib/operator/verify/update/aws-update-inspector';
import {
  type Answer,
  type AwsStandIn,
  type RecordedRequest,
  startAwsStandIn,
} from '../../../lambda/status-update/helpers/aws-stand-in';

const BODY = JSON.stringify({
  Resources: { Check: { Type: 'T', Properties: { a: 1 }, DeletionPolicy: 'Retain' } },
});
const RECORDS = ['shop.example.com.', 'a.shop.example.com.', '\\052.shop.example.com.', 'shops.example.com.'];

/** Answers in the shapes of the services' API references. */
function answer({ path, body }: RecordedRequest): Answer {
  const asked = new URLSearchParams(body);
  if (asked.get('StackName') === 'Nobody') {
    return {
      status: 400,
      body: '<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code><Message>Stack with id Nobody does not exist</Message></Error></ErrorResponse>',
    };
  }
  if (asked.get('StackName') === 'Secret') {
    return {
      status: 403,
      body: '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>not authorized</Message></Error></ErrorResponse>',
    };
  }
  if (path === '/domainnames/free.example.com') {
    return {
      status: 404,
      body: '{"__type":"NotFoundException","message":"Invalid domain name identifier specified"}',
    };
  }
  if (path === '/domainnames/secret.example.com') {
    return { status: 403, body: '{"__type":"AccessDeniedException","message":"not authorized"}' };
  }
  if (asked.get('Action') === 'DescribeStacks') {
    return `<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackStatus>${asked.get('StackName')}</StackStatus></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;
  }
  if (asked.get('Action') === 'GetTemplate') {
    return `<GetTemplateResponse><GetTemplateResult><TemplateBody>${BODY.replaceAll('"', '&quot;')}</TemplateBody></GetTemplateResult></GetTemplateResponse>`;
  }
  if (path.includes('/rrset')) {
    const sets = RECORDS.map(
      (name) =>
        `<ResourceRecordSet><Name>${name}</Name><Type>CNAME</Type><ResourceRecords><ResourceRecord><Value>store.example.net</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>`,
    );
    return `<ListResourceRecordSetsResponse><ResourceRecordSets>${sets.join('')}</ResourceRecordSets></ListResourceRecordSetsResponse>`;
  }
  return '{"domainName":"shop.example.com"}';
}

let aws: AwsStandIn;
let inspector: AwsUpdateInspector;
beforeAll(async () => {
  aws = await startAwsStandIn(answer);
  const client = {
    endpoint: aws.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  inspector = new AwsUpdateInspector({
    cloudFormation: new CloudFormationClient(client),
    route53: new Route53Client(client),
    apiGateway: new APIGatewayClient(client),
  });
});
afterAll(() => aws.close());

describe('inspector of what an update meets', () => {
  test.each(['UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'])(
    'reads the template of a stack: %s',
    async (status) => {
      expect(await inspector.resources(status)).toEqual({
        Check: { Type: 'T', Properties: { a: 1 }, DeletionPolicy: 'Retain' },
      });
    },
  );

  // The stand-in gives each stack the status of its name.
  test.each(['REVIEW_IN_PROGRESS', 'ROLLBACK_COMPLETE', 'DELETE_COMPLETE', 'Nobody'])(
    'finds nothing where a stack was never made: %s',
    async (status) => {
      expect(await inspector.resources(status)).toBeUndefined();
    },
  );

  test('reads the records of a name and of those below it, and no others', async () => {
    expect(await inspector.recordsFrom('Z1', 'shop.example.com')).toEqual(
      ['shop.example.com', 'a.shop.example.com', '*.shop.example.com'].map((name) =>
        expect.objectContaining({ name, type: 'CNAME', leadsTo: 'store.example.net' }),
      ),
    );
  });

  test('asks for a domain name of API Gateway', async () => {
    expect(await inspector.hasApiDomainName('shop.example.com')).toBe(true);
    expect(await inspector.hasApiDomainName('free.example.com')).toBe(false);
  });

  test('fails when it may not look', async () => {
    await expect(inspector.resources('Secret')).rejects.toThrow('not authorized');
    await expect(inspector.hasApiDomainName('secret.example.com')).rejects.toThrow('not authorized');
  });

  test('changes nothing', () => {
    const actions = aws.requests.map(({ method, body }) => new URLSearchParams(body).get('Action') ?? method);
    expect(actions.filter((action) => !/^(Describe|Get|List|GET)/.test(action))).toEqual([]);
  });
});
