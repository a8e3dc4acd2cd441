import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { CommandRequest } from '../../../lambda/status-update/contract/command';
import type { CommandReply } from '../../../lambda/status-update/contract/command-reply';

/** The deployed function that speaks for the store. */
export interface StatusFunction {
  /** @throws Error when the function could not be asked or broke */
  ask(functionName: string, request: CommandRequest): Promise<CommandReply>;
}

/**
 * Invokes the function and waits for its answer. Permission to invoke it is permission to post updates: the caller needs
 * `lambda:InvokeFunction` on it, and nothing else that the function does.
 */
export class LambdaStatusFunction implements StatusFunction {
  constructor(private readonly client: LambdaClient) {}

  async ask(functionName: string, request: CommandRequest): Promise<CommandReply> {
    const { FunctionError: broken, Payload: payload } = await this.client.send(
      new InvokeCommand({ FunctionName: functionName, Payload: Buffer.from(JSON.stringify(request)) }),
    );
    const text = Buffer.from(payload ?? []).toString('utf8');
    if (broken !== undefined) {
      throw new Error(`${functionName}: failed (${broken}), got ${text}; look into its log`);
    }
    return JSON.parse(text) as CommandReply;
  }
}
