import { Logger } from '@aws-lambda-powertools/logger';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Context } from 'aws-lambda';
import { type Ask, acknowledge, NO_ANSWER } from './acknowledge';

/**
 * A chat waits for 15 s. One try: a second would not fit, and the person can type the line again.
 *
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/intro-to-the-aws-cli-in-slack.html
 */
const PATIENCE = {
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 2_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
} as const;

const client = new LambdaClient(PATIENCE);
const logger = new Logger();

/**
 * Acknowledges for people in a chat, and can do nothing else: whatever they send along is not looked at, so that a chat
 * that may invoke this function can neither hold the failover nor speak to shoppers.
 */
export async function handler(_: unknown, { awsRequestId }: Pick<Context, 'awsRequestId'>): Promise<string> {
  try {
    return await acknowledge(awsRequestId, askStatusFunction);
  } catch (error) {
    logger.error('not known to be acknowledged', error as Error);
    return NO_ANSWER;
  }
}

const askStatusFunction: Ask = async (request) => {
  const { FunctionError: broken, Payload: payload } = await client.send(
    new InvokeCommand({
      FunctionName: process.env['STATUS_FUNCTION_NAME'],
      Payload: Buffer.from(JSON.stringify(request)),
    }),
  );
  if (broken !== undefined) {
    throw new Error(`the status-update function failed (${broken})`);
  }
  return JSON.parse(Buffer.from(payload ?? []).toString('utf8'));
};
