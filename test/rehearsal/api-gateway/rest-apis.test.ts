import { DOMAIN_NAME } from '../../../lib/rehearsal/api-gateway/resource';
import { RestApis } from '../../../lib/rehearsal/api-gateway/rest-apis';
import { aDeployment, aResource } from '../helpers/a-deployment';

const aMethod = (ResourceId: unknown, status: string, but: Record<string, unknown> = {}) =>
  aResource('AWS::ApiGateway::Method', {
    AuthorizationType: 'NONE',
    HttpMethod: 'ANY',
    ResourceId,
    RestApiId: { Ref: 'Api' },
    Integration: {
      Type: 'MOCK',
      RequestTemplates: { 'application/json': `{"statusCode": ${status}}` },
      IntegrationResponses: [
        { StatusCode: '200', SelectionPattern: '200' },
        {
          StatusCode: '503',
          SelectionPattern: '5..',
          ResponseTemplates: { 'text/plain': 'closed' },
          ResponseParameters: { 'method.response.header.Retry-After': "'120'" },
        },
        { StatusCode: '404' },
      ],
    },
    ...but,
  });

const ROOT = { 'Fn::GetAtt': ['Api', 'RootResourceId'] };
const RESOURCES = {
  Api: aResource('AWS::ApiGateway::RestApi', { Name: 'api' }),
  Proxy: aResource('AWS::ApiGateway::Resource', {
    ParentId: ROOT,
    PathPart: '{proxy+}',
    RestApiId: { Ref: 'Api' },
  }),
  Name: aResource('AWS::ApiGateway::DomainName', { DomainName: 'origin.example' }),
  Mapping: aResource('AWS::ApiGateway::BasePathMapping', {
    DomainName: { Ref: 'Name' },
    RestApiId: { Ref: 'Api' },
    Stage: 'live',
  }),
  AtRoot: aMethod(ROOT, '503'),
  AtProxy: aMethod({ Ref: 'Proxy' }, '503'),
};

const aRequest = (but: { path?: string; method?: string; host?: string } = {}) => ({
  method: but.method ?? 'GET',
  path: but.path ?? '/',
  headers: { host: but.host ?? 'origin.example' },
});

const ask = (
  but: Record<string, ReturnType<typeof aResource>> = {},
  request: { path?: string; method?: string; host?: string } = {},
) => new RestApis(aDeployment({ ...RESOURCES, ...but })).exchange('any', aRequest(request), 0);

describe('REST API with a mock integration', () => {
  test.each([
    ['GET', '/'],
    ['GET', '/?a=1'],
    ['POST', '/checkout'],
    ['GET', '/deep/down?a=1'],
  ])('answers %s %s', async (method, path) => {
    expect(await ask({}, { method, path })).toMatchObject({
      kind: 'response',
      status: 503,
      headers: { 'content-type': 'text/plain', 'retry-after': '120' },
      body: Buffer.from('closed'),
    });
  });

  test.each([
    ['200', 200],
    ['503', 503],
    ['418', 404],
  ])('selects the response by the status code %s', async (code, status) => {
    expect(await ask({ AtRoot: aMethod(ROOT, code) })).toMatchObject({ status });
  });

  test('tells the root from every other path', async () => {
    const but = { AtProxy: aMethod({ Ref: 'Proxy' }, '200') };
    expect(await ask(but)).toMatchObject({ status: 503 });
    expect(await ask(but, { path: '/checkout' })).toMatchObject({ status: 200 });
  });

  test('prefers the method itself to ANY', async () => {
    const but = { Get: aMethod(ROOT, '200', { HttpMethod: 'GET' }) };
    expect(await ask(but)).toMatchObject({ status: 200 });
    expect(await ask(but, { method: 'POST' })).toMatchObject({ status: 503 });
  });

  test('forbids a host name that no base path mapping has', async () => {
    expect(await ask({}, { host: 'shop.example' })).toMatchObject({ status: 403 });
  });

  test('forbids a method that is not there', async () => {
    const Get = aMethod(ROOT, '200', { HttpMethod: 'GET' });
    expect(await ask({ AtRoot: Get }, { method: 'POST' })).toMatchObject({ status: 403 });
  });

  test('answers what it refuses by the gateway responses of the API', async () => {
    const Get = aMethod(ROOT, '200', { HttpMethod: 'GET' });
    const closed = { ResponseType: 'DEFAULT_4XX', StatusCode: '503' };
    const Closed = aResource('AWS::ApiGateway::GatewayResponse', { ...closed, RestApiId: { Ref: 'Api' } });
    const Other = aResource('AWS::ApiGateway::GatewayResponse', { ...closed, RestApiId: 'another' });
    expect(await ask({ AtRoot: Get, Closed }, { method: 'POST' })).toMatchObject({ status: 503 });
    expect(await ask({ AtRoot: Get, Other }, { method: 'POST' })).toMatchObject({ status: 403 });
  });

  test('answers at its regional domain name only', () => {
    const deployment = aDeployment(RESOURCES);
    const apis = new RestApis(deployment);
    const regionalName = deployment.all(DOMAIN_NAME)[0]?.attribute('RegionalDomainName') ?? '';
    expect([apis.answersAt(regionalName), apis.answersAt('origin.example')]).toEqual([true, false]);
  });

  test('answers by default where no template says a status code', async () => {
    const Integration = { Type: 'MOCK', IntegrationResponses: [{ StatusCode: '404' }] };
    expect(await ask({ AtRoot: aMethod(ROOT, '503', { Integration }) })).toMatchObject({ status: 404 });
  });

  test.each([
    [
      { RequestTemplates: { 'application/json': '#if(true) {"statusCode": 200} #end' } },
      'RequestTemplates.application/json: must be JSON such as {"statusCode": 503}, got #if(true)',
    ],
    [
      { IntegrationResponses: [{ StatusCode: '503', SelectionPattern: '5(' }] },
      'IntegrationResponses.0.SelectionPattern: must be a regular expression, got 5(',
    ],
  ])('fails when its integration has %j', (but, message) => {
    const Integration = { Type: 'MOCK', IntegrationResponses: [], ...but };
    const AtRoot = aMethod(ROOT, '503', { Integration });
    expect(() => new RestApis(aDeployment({ ...RESOURCES, AtRoot }))).toThrow(
      `Stack/AtRoot (AWS::ApiGateway::Method): the rehearsal can't read Integration.${message}`,
    );
  });

  test('fails when it has a resource for one path', () => {
    const Health = aResource('AWS::ApiGateway::Resource', {
      ParentId: ROOT,
      PathPart: 'health',
      RestApiId: { Ref: 'Api' },
    });
    expect(() => new RestApis(aDeployment({ ...RESOURCES, Health }))).toThrow(
      "Stack/Health (AWS::ApiGateway::Resource): the rehearsal can't read PathPart: must be {proxy+}, got health;",
    );
  });

  test.each(['HTTP_PROXY', 'AWS_PROXY'])('fails when the integration is %s', (Type) => {
    const AtRoot = aMethod(ROOT, '200', { Integration: { Type, IntegrationResponses: [] } });
    expect(() => new RestApis(aDeployment({ ...RESOURCES, AtRoot }))).toThrow(
      "Stack/AtRoot (AWS::ApiGateway::Method): the rehearsal can't read Integration.Type: ",
    );
  });
});

describe('throttle of a stage', () => {
  const aStage = (settings: Record<string, unknown>, StageName = 'live') =>
    aResource('AWS::ApiGateway::Stage', {
      RestApiId: { Ref: 'Api' },
      StageName,
      MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', ...settings }],
    });
  const statuses = (
    Stage: ReturnType<typeof aStage>,
    requests: readonly [path: string, startMs: number][],
  ) => {
    const apis = new RestApis(aDeployment({ ...RESOURCES, Stage }));
    return requests.map(([path, startMs]) => {
      const answer = apis.exchange('any', aRequest({ path }), startMs);
      return answer.kind === 'response' ? answer.status : answer.kind;
    });
  };
  const ONE_A_SECOND = { ThrottlingRateLimit: 1, ThrottlingBurstLimit: 1 };

  test('refuses what is above it, until a second has brought another token', () => {
    const requests: [string, number][] = [
      ['/', 0],
      ['/', 999],
      ['/', 1000],
    ];
    expect(statuses(aStage(ONE_A_SECOND), requests)).toEqual([503, 429, 503]);
  });

  test('counts each method by itself', () => {
    const requests: [string, number][] = [
      ['/', 0],
      ['/checkout', 0],
      ['/cart', 0],
    ];
    expect(statuses(aStage(ONE_A_SECOND), requests)).toEqual([503, 503, 429]);
  });

  test.each([
    ['another stage', aStage(ONE_A_SECOND, 'test')],
    ['no limits', aStage({})],
    ['a rate alone', aStage({ ThrottlingRateLimit: 1 })],
    ['a burst alone', aStage({ ThrottlingBurstLimit: 1 })],
  ])('is not there with %s', (_name, stage) => {
    const requests: [string, number][] = [
      ['/', 0],
      ['/', 1],
      ['/', 2],
    ];
    expect(statuses(stage, requests)).toEqual([503, 503, 503]);
  });

  test('stops the rehearsal where it is for one method', () => {
    const setting = { HttpMethod: 'GET', ResourcePath: '/', ThrottlingRateLimit: 5 };
    expect(() => statuses(aStage(setting), [])).toThrow(
      "Stack/Stage (AWS::ApiGateway::Stage): the rehearsal can't read MethodSettings.0: must throttle every method alike, by HttpMethod * and ResourcePath /*, got {",
    );
  });
});
