import { z } from 'zod';
import { cfnNumber, cfnWholeNumber, ignored, type ResourceModel } from '../assembly/resource-model';

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

function isJson(text: string): boolean {
  try {
    return JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
}

const texts = z.record(z.string(), z.string()).default({});

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-restapi.html */
export const REST_API = {
  type: 'AWS::ApiGateway::RestApi',
  properties: z.object({
    Description: ignored('labels only'),
    DisableExecuteApiEndpoint: ignored('nobody asks the default endpoint in a rehearsal'),
    EndpointConfiguration: ignored('one region only'),
    Name: z.string().optional(),
    Tags: ignored('labels only'),
  }),
} satisfies ResourceModel;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-resource.html */
export const RESOURCE = {
  type: 'AWS::ApiGateway::Resource',
  properties: z.object({
    ParentId: ignored('the root: no other resource of an API is modelled'),
    PathPart: z.string().refine((part) => part === '{proxy+}', {
      error: ({ input }) => `must be {proxy+}, got ${input}; other resources of an API are not modelled`,
    }),
    RestApiId: z.string(),
  }),
} satisfies ResourceModel;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-method.html */
export const METHOD = {
  type: 'AWS::ApiGateway::Method',
  properties: z.object({
    ApiKeyRequired: ignored('a rehearsal enforces no permissions'),
    AuthorizationType: z.literal('NONE'),
    HttpMethod: z.string(),
    Integration: z.object({
      IntegrationResponses: z.array(
        z.object({
          ResponseParameters: texts,
          ResponseTemplates: texts,
          SelectionPattern: z
            .string()
            .refine(isPattern, { error: ({ input }) => `must be a regular expression, got ${input}` })
            .optional(),
          StatusCode: z.string(),
        }),
      ),
      PassthroughBehavior: ignored('a mock integration takes any request of a rehearsal'),
      RequestTemplates: z
        .record(
          z.string(),
          z.string().refine(isJson, {
            error: ({ input }) =>
              `must be JSON such as {"statusCode": 503}, got ${input}; conditions and variables are not modelled`,
          }),
        )
        .default({}),
      Type: z.literal('MOCK'),
    }),
    MethodResponses: ignored('follows the integration responses'),
    OperationName: ignored('labels only'),
    ResourceId: z.string(),
    RestApiId: z.string(),
  }),
} satisfies ResourceModel;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-domainname.html */
export const DOMAIN_NAME = {
  type: 'AWS::ApiGateway::DomainName',
  properties: z.object({
    DomainName: z.string(),
    EndpointConfiguration: ignored('one region only'),
    RegionalCertificateArn: ignored('certificates are not checked in a rehearsal'),
    SecurityPolicy: ignored('TLS is not spoken in a rehearsal'),
    Tags: ignored('labels only'),
  }),
} satisfies ResourceModel;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-basepathmapping.html */
export const BASE_PATH_MAPPING = {
  type: 'AWS::ApiGateway::BasePathMapping',
  properties: z.object({ DomainName: z.string(), RestApiId: z.string(), Stage: z.string().optional() }),
} satisfies ResourceModel;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-gatewayresponse.html */
export const GATEWAY_RESPONSE = {
  type: 'AWS::ApiGateway::GatewayResponse',
  properties: z.object({
    ResponseParameters: texts,
    ResponseTemplates: texts,
    ResponseType: z.string(),
    RestApiId: z.string(),
    StatusCode: z.string().optional(),
  }),
} satisfies ResourceModel;

/** Every method of a stage, as CloudFormation writes it. */
const EVERY = { HttpMethod: '*', ResourcePath: '/*' };

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-stage-methodsetting.html */
const METHOD_SETTING = z
  .object({
    CacheDataEncrypted: ignored('encryption only'),
    CacheTtlInSeconds: ignored('only for a cache'),
    CachingEnabled: ignored('a mock integration always answers the same'),
    DataTraceEnabled: ignored('logs only'),
    HttpMethod: z.string().optional(),
    LoggingLevel: ignored('logs only'),
    MetricsEnabled: ignored('metrics of API Gateway are not modelled'),
    ResourcePath: z.string().optional(),
    ThrottlingBurstLimit: cfnWholeNumber(0).optional(),
    ThrottlingRateLimit: cfnNumber.nonnegative().optional(),
  })
  .refine(
    ({ HttpMethod, ResourcePath, ThrottlingBurstLimit, ThrottlingRateLimit }) =>
      (HttpMethod === EVERY.HttpMethod && ResourcePath === EVERY.ResourcePath) ||
      (ThrottlingBurstLimit ?? ThrottlingRateLimit) === undefined,
    {
      error: ({ input }) =>
        `must throttle every method alike, by HttpMethod * and ResourcePath /*, got ${JSON.stringify(input)}; other throttles are not modelled`,
    },
  );

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-stage.html */
export const STAGE = {
  type: 'AWS::ApiGateway::Stage',
  properties: z.object({
    AccessLogSetting: ignored('logs only'),
    CacheClusterEnabled: ignored('a mock integration always answers the same'),
    CacheClusterSize: ignored('a mock integration always answers the same'),
    ClientCertificateId: ignored('a mock integration asks nobody'),
    DeploymentId: ignored('every method of a rehearsal is deployed'),
    Description: ignored('labels only'),
    DocumentationVersion: ignored('for people to look at'),
    MethodSettings: z.array(METHOD_SETTING).default([]),
    RestApiId: z.string(),
    StageName: z.string(),
    Tags: ignored('labels only'),
    TracingEnabled: ignored('tracing only'),
    Variables: ignored('a mock integration has no use for them'),
  }),
} satisfies ResourceModel;
