import { Stack } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { builtInBundle } from '../../private/bundling/built-in-bundle';
import { functionCode } from '../../private/bundling/function-code';
import { LoggedFunction } from '../../private/logged-function';
import type { Output } from '../../private/outputs';

/** Props of {@link ChatAck}. */
export interface ChatAckProps {
  /** Knows the incident, and tells everybody who has it. */
  readonly statusFunction: LambdaFunction;
  /** Gets what somebody invoked without waiting for the answer, if it fails three times. */
  readonly deadLetterQueue: IQueue;
}

/**
 * Lets people in a chat acknowledge, and do nothing else. The chat's role is its owner's, so it is given a policy: the
 * status-update function itself would obey every command.
 */
export class ChatAck extends Construct {
  /**
   * What people type in the chat.
   *
   * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/chatbot-run-lambda-function-remotely-tutorial.html
   */
  readonly line: string;
  readonly outputs: readonly Output[];

  constructor(scope: Construct, id: string, { statusFunction, deadLetterQueue }: ChatAckProps) {
    super(scope, id);
    const { function: ack } = new LoggedFunction(this, 'Ack', {
      description: 'Acknowledges the incident for people in a chat',
      code: functionCode(builtInBundle('chat-ack/index')),
      environment: {
        STATUS_FUNCTION_NAME: statusFunction.functionName,
        POWERTOOLS_SERVICE_NAME: 'chat-ack',
      },
      deadLetterQueue,
    });
    ack.addToRolePolicy(mayInvoke(statusFunction));
    this.line = `@Amazon Q lambda invoke --function-name ${ack.functionName} --region ${Stack.of(this).region}`;
    this.outputs = [
      {
        id: 'ChatAckPolicyArn',
        value: this.createPolicy(ack).managedPolicyArn,
        description: "IAM: for the chat channel's role, and its only guardrail policy",
      },
    ];
  }

  /** For the channel's role and its guardrails: what members may do is what both of them allow. */
  private createPolicy(ack: LambdaFunction): ManagedPolicy {
    return new ManagedPolicy(this, 'Policy', {
      description: 'Acknowledging an incident from a chat',
      statements: [mayInvoke(ack)],
    });
  }
}

/** Its newest version only. CDK's own grant would add a wildcard for all versions. */
function mayInvoke({ functionArn }: LambdaFunction): PolicyStatement {
  return new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] });
}
