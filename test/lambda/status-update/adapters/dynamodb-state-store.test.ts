import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDbStateStore } from '../../../../lambda/status-update/adapters/dynamodb-state-store';
import type { JsonApi } from '../../../../lambda/status-update/adapters/json-service';
import { enqueue } from '../../../../lambda/status-update/outbox/outbox';
import { INITIAL_STATE, type IncidentState } from '../../../../lambda/status-update/state/incident-state';
import type { Outbox } from '../../../../lambda/status-update/state/outbox-entry';
import { updateState } from '../../../../lambda/status-update/update-state';
import { simpleIncident } from '../helpers/incidents';
import { type StateTable, startStateTable } from '../helpers/state-table';
import { simpleMaintenance, simpleState, simpleUpdate } from '../helpers/states';

let table: StateTable;
beforeAll(async () => {
  table = await startStateTable('State');
});
afterAll(() => table.close());

/** The longest text, in characters of three bytes. */
const TEXT = '\u6f22'.repeat(500);

/** As much as there can be of everything. */
function largestState(): IncidentState {
  const languages = Array.from({ length: 19 }, (_, index) => `x${String.fromCharCode(97 + index)}`);
  const texts = { en: TEXT, ...Object.fromEntries(languages.map((language) => [language, TEXT])) };
  const by = `arn:${'x'.repeat(1_000)}`;
  const incident = simpleIncident({ words: { texts, expectedBackMs: null }, acknowledgedBy: by });
  const text = 'x'.repeat(6_000);
  const message = { subject: 'x'.repeat(99), body: text, sms: 'x'.repeat(160), data: text };
  const waiting = Array.from({ length: 20 }, (_, index) => ({
    id: `INC#${index}`,
    reminder: false,
    leasedUntilMs: 0,
    message,
  }));
  const windows = ['scheduled', 'completed', 'completed', 'cancelled', 'cancelled'] as const;
  return simpleState({
    alarms: Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [
        `${index}${'x'.repeat(200)}`,
        { state: 'ALARM', sinceMs: 1 },
      ]),
    ),
    incident,
    closed: incident,
    history: Array.from({ length: 50 }, () => simpleUpdate({ texts: { en: TEXT }, by })),
    messages: Array.from({ length: 200 }, (_, update) => ({
      incidentId: incident.id,
      update,
      kind: 'said',
      atMs: 1e12,
      nextUpdateAtMs: 1e12,
    })),
    maintenance: windows.map((status) => simpleMaintenance({ status, texts })),
    commands: Array.from({ length: 20 }, () => 'x'.repeat(64)),
    outbox: [...waiting.reduce<Outbox>(enqueue, [])],
  });
}

const storeOf = (shop: string) =>
  new DynamoDbStateStore(table.dynamoDb, { tableName: 'State', partitionKey: shop });

describe('state in DynamoDB', () => {
  // The emulator is always consistent; at AWS a read that is not may miss the newest incident.
  test('is read consistently', async () => {
    const asked: (readonly [operation: string, input: object])[] = [];
    const recorded: JsonApi = {
      call: (operation, input) => {
        asked.push([operation, input]);
        return table.dynamoDb.call(operation, input);
      },
    };
    await new DynamoDbStateStore(recorded, { tableName: 'State', partitionKey: 'shop' }).load();
    expect(asked).toEqual([['GetItem', expect.objectContaining({ ConsistentRead: true })]]);
  });

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
    const lost = new DynamoDbStateStore(table.dynamoDb, { tableName: 'Elsewhere', partitionKey: 'three' });
    await expect(lost.save(INITIAL_STATE)).rejects.toThrow(
      'dynamodb: PutItem failed: status 400, ResourceNotFoundException',
    );
  });

  test.each([
    ['{"alarms":7}', 'alarms: Invalid input'],
    ['{"alarms":', 'no JSON'],
  ])('fails when the item is of another version, and says what to do: %s', async (text, got) => {
    const item = { pk: { S: 'four' }, version: { N: '1' }, state: { S: text } };
    await table.client.send(new PutItemCommand({ TableName: 'State', Item: item }));
    await expect(storeOf('four').load()).rejects.toThrow(
      `the item "four" of table State must be a state that this version of the function can read, got ${got}; deploy the version that wrote it, or delete the item: an open incident is then announced as a new one, and planned work, holds and drills are forgotten`,
    );
  });

  test('fits into an item, however much there is to remember, and keeps what goes on', async () => {
    const largest = largestState();
    expect(Buffer.byteLength(JSON.stringify(largest))).toBeGreaterThan(400 * 1024);
    await updateState(storeOf('five'), () => largest);
    const { incident, outbox, alarms } = await storeOf('five').load();
    expect(incident?.words?.texts.en).toBe(TEXT);
    expect([outbox, alarms]).toEqual([largest.outbox, largest.alarms]);
  });
});
