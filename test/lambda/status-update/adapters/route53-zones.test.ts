import { Route53Zones } from '../../../../lambda/status-update/adapters/route53-zones';
import { type Answer, type AwsStandIn, startAwsStandIn } from '../helpers/aws-stand-in';

let route53: AwsStandIn;
let answer: Answer;
const environment = process.env;
beforeEach(async () => {
  process.env = { ...environment, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
  route53 = await startAwsStandIn(() => answer);
});
afterEach(() => {
  process.env = environment;
  return route53.close();
});

const SINCE_MS = Date.parse('2025-03-01T04:00:00Z');

const batch = (operation: string, at: string, others: string) =>
  `<ChangeBatchSummary><ChangeId>C1</ChangeId><Operation>${operation}</Operation><SubmittedAt>${at}</SubmittedAt>${others}</ChangeBatchSummary>`;

describe('changes of a hosted zone', () => {
  test('are read with who made them, without what changed no record', async () => {
    answer = `<?xml version="1.0"?><ListHostedZoneChangeBatchesResponse><ChangeBatchSummaries>${[
      batch('CreateHostedZone', '2025-03-01T09:00:00Z', '<ChangeCount>0</ChangeCount>'),
      batch(
        'ChangeResourceRecordSets',
        '2025-03-01T09:50:00.123Z',
        '<SubmittedBy>arn:aws:sts::111122223333:assumed-role/deploy/ola&amp;jan</SubmittedBy><ChangeCount>3</ChangeCount>',
      ),
      batch('ChangeResourceRecordSets', '2025-03-01T09:40:00Z', '<ChangeCount>1</ChangeCount>'),
      batch('NewOperation', '2025-03-01T09:41:00Z', '<ChangeCount>1</ChangeCount>'),
    ].join('')}</ChangeBatchSummaries></ListHostedZoneChangeBatchesResponse>`;
    expect(await new Route53Zones(route53.endpoint).changesSince('Z1', SINCE_MS)).toEqual([
      {
        atMs: Date.parse('2025-03-01T09:50:00.123Z'),
        records: 3,
        by: 'arn:aws:sts::111122223333:assumed-role/deploy/ola&jan',
      },
      { atMs: Date.parse('2025-03-01T09:40:00Z'), records: 1 },
    ]);
    expect(route53.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /2013-04-01/hostedzone/Z1/changebatches?maxresults=100&submittedafter=2025-03-01T04%3A00%3A00.000Z',
    ]);
  });

  const failure = (code: string) => ({
    status: 400,
    body: `<ErrorResponse><Error><Code>${code}</Code></Error></ErrorResponse>`,
  });

  test('are none in a zone that keeps no history, which is asked once', async () => {
    answer = failure('FeatureNotEnabled');
    const zones = new Route53Zones(route53.endpoint);
    expect(await zones.changesSince('Z1', SINCE_MS)).toEqual([]);
    expect(await zones.changesSince('Z1', SINCE_MS)).toEqual([]);
    expect(route53.requests).toHaveLength(1);
  });

  test('fail when Route 53 refuses', async () => {
    answer = failure('AccessDenied');
    await expect(new Route53Zones(route53.endpoint).changesSince('Z1', SINCE_MS)).rejects.toThrow(
      'AccessDenied',
    );
  });
});
