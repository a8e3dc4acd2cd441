import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { DynamoDBClient, GetItemCommand, ListTablesCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { TABLE } from '../../../../lib/rehearsal/aws/dynamodb/resource';
import { type LocalTables, startDynamoDb } from '../../../../lib/rehearsal/aws/dynamodb/tables';
import { inProcessHttp } from '../../../../lib/rehearsal/aws/lambda/in-process-http';
import { aDeployment, aResource } from '../../helpers/a-deployment';

const aTable = (TableName: string) =>
  aResource('AWS::DynamoDB::Table', {
    TableName,
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
  });

/** As far as dynalite looks at it. */
const SIGNED = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-target': 'DynamoDB_20120810.GetItem',
  'x-amz-date': '20260101T000000Z',
  authorization: 'AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request, SignedHeaders=host, Signature=0',
};

describe('DynamoDB, asked by the SDK', () => {
  let tables: LocalTables;
  let client: DynamoDBClient;
  beforeAll(async () => {
    tables = await startDynamoDb();
    await tables.create(aDeployment({ One: aTable('one'), Two: aTable('two') }).all(TABLE));
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    client = new DynamoDBClient({
      endpoint: tables.endpoint,
      region: 'us-east-1',
      credentials,
      maxAttempts: 1,
    });
  });
  afterAll(async () => {
    client.destroy();
    await tables.close();
  });

  test('has the tables of the stack', async () => {
    expect((await client.send(new ListTablesCommand({}))).TableNames).toEqual(['one', 'two']);
  });

  test('has a table that can be used as soon as it is made', async () => {
    // Without sockets, which would leave the table time to become active.
    const { request } = inProcessHttp([tables.server]);
    await tables.create(aDeployment({ Three: aTable('three') }).all(TABLE));
    const response = await new Promise<IncomingMessage>((resolve) => {
      const target = { host: '127.0.0.1', port: new URL(tables.endpoint).port, path: '/', method: 'POST' };
      request({ ...target, headers: SIGNED }, resolve).end('{"TableName":"three","Key":{"pk":{"S":"1"}}}');
    });
    expect([response.statusCode, await text(response)]).toEqual([200, '{}']);
  });

  test('writes under a condition once', async () => {
    const Item = { pk: { S: 'incident' }, number: { N: '1' } };
    const command = { TableName: 'one', Item, ConditionExpression: 'attribute_not_exists(pk)' };
    await client.send(new PutItemCommand(command));
    await expect(client.send(new PutItemCommand(command))).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
    });
    const read = await client.send(new GetItemCommand({ TableName: 'one', Key: { pk: { S: 'incident' } } }));
    expect(read.Item).toEqual(Item);
  });

  test('is empty for the next stack', async () => {
    const next = await startDynamoDb();
    const table = aDeployment({ One: aTable('one') }).all(TABLE);
    await next.create(table);
    await next.drop();
    await expect(next.create(table)).resolves.toBeUndefined();
    await next.close();
  });
});
