import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { INITIAL_STATE, type IncidentState, incidentStateSchema } from '../incident/incident-state';
import type { StateStore } from '../ports';

/** Where the state is kept. */
export interface StateItem {
  readonly tableName: string;
  /** Value of the partition key `pk`. */
  readonly partitionKey: string;
}

/** The state as one item, as JSON text beside the version that guards it. */
export class DynamoDbStateStore implements StateStore {
  constructor(
    private readonly client: DynamoDBClient,
    private readonly item: StateItem,
  ) {}

  /** @throws Error when the item is not ours: writing over it could lose an incident */
  async load(): Promise<IncidentState> {
    const { Item: item } = await this.client.send(
      new GetItemCommand({ TableName: this.item.tableName, Key: this.key, ConsistentRead: true }),
    );
    return item === undefined
      ? INITIAL_STATE
      : incidentStateSchema.parse({
          ...INITIAL_STATE,
          ...JSON.parse(item['state']?.S ?? '{}'),
          version: Number(item['version']?.N),
        });
  }

  async save({ version, ...state }: IncidentState): Promise<boolean> {
    try {
      await this.client.send(
        new PutItemCommand({
          TableName: this.item.tableName,
          Item: { ...this.key, version: { N: String(version + 1) }, state: { S: JSON.stringify(state) } },
          ...unchangedSince(version),
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) {
        return false;
      }
      throw error;
    }
  }

  private get key() {
    return { pk: { S: this.item.partitionKey } };
  }
}

/** The condition under which nobody has written since `version` was read. */
function unchangedSince(version: number) {
  return version === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': { N: String(version) } },
      };
}
