import { DynamoDBClient, GetItemCommand, ListTablesCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { TABLE } from '../../../lib/rehearsal/dynamodb/resource';
import { type LocalTables, startDynamoDb } from '../../../lib/rehearsal/dynamodb/tables';
import { aDeployment, aResource } from '../helpers/a-deployment';

const aTable = (TableName: string) =>
  aResource('AWS::DynamoDB::Table', {
    TableName,
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
  });

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
