import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { INITIAL_STATE, type IncidentState, incidentStateSchema } from '../incident/incident-state';
import type { StateStore } from '../ports';

/** The state as one item of a table with partition key `pk`, guarded by its version. */
export class DynamoDbStateStore implements StateStore {
  constructor(
    private readonly client: DynamoDBDocumentClient,
    private readonly tableName: string,
    private readonly partitionKey: string,
  ) {}

  /** @throws ZodError when the item is not ours: writing over it could lose an incident */
  async load(): Promise<IncidentState> {
    const { Item: item } = await this.client.send(
      new GetCommand({ TableName: this.tableName, Key: { pk: this.partitionKey }, ConsistentRead: true }),
    );
    return item === undefined ? INITIAL_STATE : incidentStateSchema.parse(item);
  }

  async save(state: IncidentState): Promise<boolean> {
    try {
      await this.client.send(
        new PutCommand({
          TableName: this.tableName,
          Item: { ...state, pk: this.partitionKey, version: state.version + 1 },
          ...unchangedSince(state.version),
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
}

/** The condition under which nobody has written since `version` was read. */
function unchangedSince(version: number) {
  return version === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'version = :version', ExpressionAttributeValues: { ':version': version } };
}
