import { z } from 'zod';
import { ACCOUNT_ID } from '../assembly/physical-ids';
import type { Call } from '../iam/rules/evaluate';

const NAMES = z.record(z.string(), z.unknown()).default({});
const REQUEST = z.object({
  TableName: z.string(),
  ConditionExpression: z.string().default(''),
  ExpressionAttributeNames: z.record(z.string(), z.string()).default({}),
  Item: NAMES,
  Key: NAMES,
  ProjectionExpression: z.string().optional(),
});

/** The names of the only key that a table has here, if its value can be told from a request. */
const VALUE = z.record(z.string(), z.string());

/**
 * What a request to DynamoDB asks for. `GetItem` and `PutItem` say which item and which attributes; any other operation is
 * judged by its table alone.
 *
 * @param partitionKey of a table, by its name
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html#FGAC_DDB.ConditionKeys
 */
export function dynamoDbCalls(
  operation: string,
  body: unknown,
  region: string,
  partitionKey: (tableName: string) => string | undefined,
): readonly Call[] {
  const { success, data } = REQUEST.safeParse(body);
  if (!success) {
    return [];
  }
  const key = partitionKey(data.TableName);
  const value = VALUE.safeParse({ ...data.Key, ...data.Item }[key ?? '']).data;
  return [
    {
      action: `dynamodb:${operation}`,
      resource: `arn:aws:dynamodb:${region}:${ACCOUNT_ID}:table/${data.TableName}`,
      context: {
        'dynamodb:attributes': attributesIn(data),
        ...(value && { 'dynamodb:leadingkeys': Object.values(value) }),
        ...(operation === 'GetItem' && { 'dynamodb:select': selectOf(data) }),
      },
    },
  ];
}

/** Reading an item asks for all attributes, unless it names some. */
const selectOf = ({ ProjectionExpression }: z.output<typeof REQUEST>): string =>
  ProjectionExpression === undefined ? 'ALL_ATTRIBUTES' : 'SPECIFIC_ATTRIBUTES';

/** Each once and in order, so that equal requests have equal contexts. */
function attributesIn(request: z.output<typeof REQUEST>): readonly string[] {
  const { Item, Key, ProjectionExpression = '', ConditionExpression, ExpressionAttributeNames } = request;
  const expressions = `${ProjectionExpression},${ConditionExpression}`
    .split(/[\s,()=<>]+/)
    .filter((word) => /^[#A-Za-z]/.test(word) && !WORDS.has(word))
    .map((word) => ExpressionAttributeNames[word] ?? word);
  return [...new Set([...Object.keys(Item), ...Object.keys(Key), ...expressions])].sort();
}

/** Functions and operators of condition expressions. */
const WORDS: ReadonlySet<string> = new Set([
  ...['attribute_exists', 'attribute_not_exists', 'attribute_type', 'begins_with', 'contains', 'size'],
  ...['AND', 'OR', 'NOT', 'BETWEEN', 'IN'],
]);
