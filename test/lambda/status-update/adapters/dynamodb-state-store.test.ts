import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDbStateStore } from '../../../../lambda/status-update/adapters/dynamodb-state-store';
import { INITIAL_STATE } from '../../../../lambda/status-update/incident/incident-state';
import { type StateTable, startStateTable } from '../helpers/state-table';

let table: StateTable;
beforeAll(async () => {
  table = await startStateTable('State');
});
afterAll(() => table.close());

const storeOf = (shop: string) =>
  new DynamoDbStateStore(table.client, { tableName: 'State', partitionKey: shop });

describe('state in DynamoDB', () => {
  test('is the initial state before the first write', async () => {
    expect(await storeOf('new').load()).toEqual(INITIAL_STATE);
  });

  test('comes back as written, one version on', async () => {
    const state = { ...INITIAL_STATE, alarms: { a: { state: 'ALARM', sinceMs: 1.5 } } } as const;
    expect(await storeOf('one').save({ ...state, outbox: [] })).toBe(true);
    expect(await storeOf('one').load()).toEqual({ ...state, version: 1 });
  });

  test('is not written over what somebody else wrote first', async () => {
    const [mine, theirs] = [storeOf('two'), storeOf('two')];
    expect(await theirs.save({ ...INITIAL_STATE, sequence: 1 })).toBe(true);
    expect(await mine.save({ ...INITIAL_STATE, sequence: 2 })).toBe(false);
    const seen = await mine.load();
    expect(await theirs.save({ ...seen, sequence: 3 })).toBe(true);
    expect(await mine.save({ ...seen, sequence: 4 })).toBe(false);
    expect((await mine.load()).sequence).toBe(3);
  });

  test('fails when the table does not exist', async () => {
    const lost = new DynamoDbStateStore(table.client, { tableName: 'Elsewhere', partitionKey: 'three' });
    await expect(lost.save(INITIAL_STATE)).rejects.toThrow('not found');
  });

  test('fails when the item is not ours', async () => {
    await table.client.send(
      new PutItemCommand({
        TableName: 'State',
        Item: { pk: { S: 'four' }, version: { N: '1' }, state: { S: '{"alarms":7}' } },
      }),
    );
    await expect(storeOf('four').load()).rejects.toThrow('alarms');
  });
});
