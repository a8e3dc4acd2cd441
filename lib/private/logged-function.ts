import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type Code,
  type IDestination,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { LOG_DEFAULTS } from './log-defaults';

/** Props of {@link LoggedFunction}. */
export interface LoggedFunctionProps {
  readonly description: string;
  readonly code: Code;
  readonly environment: Readonly<Record<string, string>>;
  /** Gets events that failed three times. */
  readonly deadLetterQueue: IQueue;
  /** How long events wait for the function, retries included; older ones go to the queue. @default - six hours */
  readonly maxEventAge?: Duration;
}

/** A function with its log. It may write its log and nothing else; its user grants the rest. */
export class LoggedFunction extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, { environment, deadLetterQueue, ...what }: LoggedFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Log', LOG_DEFAULTS);
    // The managed policy for Lambda would allow writing to every log group of the account.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    this.function = new LambdaFunction(this, 'Function', {
      ...what,
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 256,
      timeout: Duration.seconds(30),
      environment: { ...environment },
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      retryAttempts: 2,
      onFailure: sendOnly(deadLetterQueue),
    });
  }
}

/**
 * Lambda sends to the queue as the function, and needs nothing else. The CDK's own destination lets the function ask for the
 * queue's URL and attributes too.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
const sendOnly = ({ queueArn }: IQueue): IDestination => ({
  bind: (_scope, ofFunction) => {
    ofFunction.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queueArn] }));
    return { destination: queueArn };
  },
});
