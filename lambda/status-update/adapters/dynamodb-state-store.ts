import type { AttributeValue, GetItemOutput } from '@aws-sdk/client-dynamodb';
import { NEWEST_ATTRIBUTE } from '../contract/newest-attribute';
import { newestOf } from '../incident/newest';
import type { StateStore } from '../ports';
import { INITIAL_STATE, type IncidentState, incidentStateSchema } from '../state/incident-state';
import type { JsonApi } from './json-service';
import { RequestFailed } from './rest-service';

/** Where the state is kept. */
export interface StateItem {
  readonly tableName: string;
  /** Value of the partition key `pk`. */
  readonly partitionKey: string;
}

/** The state as one item, as JSON text beside the version that guards it and what channels may read of it. */
export class DynamoDbStateStore implements StateStore {
  constructor(
    private readonly dynamoDb: JsonApi,
    private readonly item: StateItem,
  ) {}

  /** @throws Error when the item is not ours, or of another version: writing over it could lose an incident */
  async load(): Promise<IncidentState> {
    const { Item: item } = await this.dynamoDb.call<GetItemOutput>('GetItem', {
      TableName: this.item.tableName,
      Key: this.key,
      ConsistentRead: true,
    });
    return item === undefined ? INITIAL_STATE : this.read(item);
  }

  private read(item: Readonly<Record<string, AttributeValue>>): IncidentState {
    const { tableName, partitionKey } = this.item;
    const known = parse(item['state']?.S);
    const version = Number(item['version']?.N);
    const { success, data, error } = incidentStateSchema.safeParse({ ...INITIAL_STATE, ...known, version });
    if (known === undefined || !success) {
      const [issue] = error?.issues ?? [];
      const got = issue === undefined ? 'no JSON' : `${issue.path.join('.')}: ${issue.message}`;
      throw new Error(
        `the item "${partitionKey}" of table ${tableName} must be a state that this version of the function can read, got ${got}; deploy the version that wrote it, or delete the item: an open incident is then announced as a new one, and planned work, holds and drills are forgotten`,
      );
    }
    return data;
  }

  async save({ version, ...state }: IncidentState): Promise<boolean> {
    try {
      await this.dynamoDb.call('PutItem', {
        TableName: this.item.tableName,
        Item: {
          ...this.key,
          version: { N: String(version + 1) },
          state: { S: JSON.stringify(state) },
          ...newestIn(state),
        },
        ...unchangedSince(version),
      });
      return true;
    } catch (error) {
      if (error instanceof RequestFailed && error.code === 'ConditionalCheckFailedException') {
        return false;
      }
      throw error;
    }
  }

  private get key() {
    return { pk: { S: this.item.partitionKey } };
  }
}

/** In the same write, so that it is never behind a message. */
function newestIn(state: Parameters<typeof newestOf>[0]): Record<string, AttributeValue> {
  const newest = newestOf(state);
  return newest === undefined ? {} : { [NEWEST_ATTRIBUTE]: { S: JSON.stringify(newest) } };
}

function parse(state = '{}'): object | undefined {
  try {
    return Object(JSON.parse(state));
  } catch {
    return undefined;
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
