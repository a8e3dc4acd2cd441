import { z } from 'zod';
import { cfnWholeNumber, ignored, type ResourceModel } from '../assembly/resource-model';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html */
export const FUNCTION = {
  type: 'AWS::Lambda::Function',
  properties: z.object({
    Architectures: ignored('the bundle holds no machine code'),
    Code: z.object({
      S3Bucket: ignored('the rehearsal reads assets from the assembly'),
      S3Key: z.string().optional(),
      ZipFile: z.string().optional(),
    }),
    DeadLetterConfig: z.object({ TargetArn: z.string() }).optional(),
    Description: ignored('labels only'),
    Environment: z.object({ Variables: z.record(z.string(), z.string()).default({}) }).optional(),
    EphemeralStorage: ignored('no limit in a rehearsal'),
    FunctionName: z.string().optional(),
    Handler: z.string().default('index.handler'),
    KmsKeyArn: ignored('encryption only'),
    Layers: ignored('a rehearsal loads no layers: a function that needs one breaks'),
    LoggingConfig: ignored('logs only'),
    MemorySize: ignored('speed only'),
    // A function without any concurrency never runs, which is not modelled; one store makes few events.
    ReservedConcurrentExecutions: cfnWholeNumber(1).optional(),
    Role: ignored('calls are judged by its policies, as far as they can be read'),
    Runtime: z.string().optional(),
    RuntimeManagementConfig: ignored('patching only'),
    Tags: ignored('labels only'),
    Timeout: cfnWholeNumber(1, 900).default(3),
    TracingConfig: ignored('tracing only'),
  }),
} satisfies ResourceModel;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventinvokeconfig.html */
export const EVENT_INVOKE_CONFIG = {
  type: 'AWS::Lambda::EventInvokeConfig',
  properties: z.object({
    DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).optional(),
    // The name, or the ARN that ends with it.
    FunctionName: z
      .string()
      .transform((nameOrArn) => nameOrArn.replace(/^arn:[^:]*:lambda:.*:function:/, '')),
    MaximumEventAgeInSeconds: cfnWholeNumber(60, 21_600).optional(),
    MaximumRetryAttempts: cfnWholeNumber(0, 2).default(2),
    Qualifier: ignored('one version only'),
  }),
} satisfies ResourceModel;
