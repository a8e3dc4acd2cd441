import { apiEndpoints, HttpApis } from '../../../../lib/rehearsal/aws/api-gateway/http-apis';
import { HTTP_API } from '../../../../lib/rehearsal/aws/api-gateway/resource';
import { aDeployment, aResource } from '../../helpers/a-deployment';

const deployment = aDeployment({ Api: aResource('AWS::ApiGatewayV2::Api', { ProtocolType: 'HTTP' }) });

describe('HTTP API without a stage', () => {
  const apis = new HttpApis(deployment);
  const [endpoint = ''] = apiEndpoints(deployment);
  const REQUEST = { method: 'GET', path: '/', headers: {} };

  test('is at its endpoint in its region', () => {
    expect(endpoint).toMatch(/^[0-9a-f]{10}\.execute-api\.us-east-1\.amazonaws\.com$/);
    expect(apis.answersAt(endpoint)).toBe(true);
    expect(apis.answersAt('other.execute-api.us-east-1.amazonaws.com')).toBe(false);
  });

  test.each([
    ['https', { kind: 'response', status: 404 }],
    ['http', { kind: 'connect-refused' }],
  ] as const)('has nothing to say over %s', (protocol, expected) => {
    expect(apis.exchange(endpoint, { ...REQUEST, protocol })).toMatchObject(expected);
  });

  test('is no WebSocket API', () => {
    expect(HTTP_API.properties.safeParse({ ProtocolType: 'WEBSOCKET' }).success).toBe(false);
  });
});
