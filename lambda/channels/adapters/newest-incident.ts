import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { type Newest, newestSchema } from '../../status-update/contract/newest';
import { NEWEST_ATTRIBUTE } from '../../status-update/contract/newest-attribute';
import { readEnvironment } from './environment';

/** A message waits for it, and goes out without it. */
const PATIENCE = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 1_000, throwOnRequestTimeout: true },
} as const;

/**
 * Reads which incident is the newest, and whether it is over: one attribute of the state, which the function's role is
 * limited to. Undefined when that can't be read, so that messages go out: a stale alert does less harm than none.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 */
export function newestIncident(): () => Promise<Newest | undefined> {
  const client = new DynamoDBClient(PATIENCE);
  const logger = new Logger();
  return async () => {
    try {
      const { TABLE_NAME: TableName, STATE_KEY: pk } = readEnvironment(process.env);
      const { Item: item } = await client.send(
        new GetItemCommand({
          TableName,
          Key: { pk: { S: pk } },
          ProjectionExpression: NEWEST_ATTRIBUTE,
          ConsistentRead: true,
        }),
      );
      const text = item?.[NEWEST_ATTRIBUTE]?.S;
      return text === undefined ? undefined : newestSchema.parse(JSON.parse(text));
    } catch (error) {
      logger.warn('newest incident not read, so the message is carried', error as Error);
      return undefined;
    }
  };
}
