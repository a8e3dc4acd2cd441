import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  type GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';

type Item = NonNullable<PutItemCommand['input']['Item']>;

/** What becomes of a write: an answer that is lost comes, after the SDK's own second try, as a failed condition. */
export type WriteFault = 'refused' | 'unanswered' | 'tried twice';

/** What a table's owner may decide and hear. */
export interface TableHooks {
  readonly faultOf: () => WriteFault | undefined;
  readonly written: (key: string, state: string) => void;
}

/** DynamoDB in memory, as far as the state's adapter uses it: far quicker than one behind HTTP. */
export class MemoryTable {
  private readonly items = new Map<string, Item>();

  /** The client of one function. */
  client(hooks: TableHooks): DynamoDBClient {
    const send = async (command: GetItemCommand | PutItemCommand) =>
      command instanceof PutItemCommand ? this.put(command.input, hooks) : this.get(command.input);
    return { send } as unknown as DynamoDBClient;
  }

  /** The text of one attribute of an item. */
  attribute(key: string, name: string): string | undefined {
    return this.items.get(key)?.[name]?.S;
  }

  private get({ Key }: GetItemCommand['input']) {
    return { Item: this.items.get(Key?.['pk']?.S ?? '') };
  }

  private put({ Item: item = {}, ...condition }: PutItemCommand['input'], hooks: TableHooks) {
    const fault = hooks.faultOf();
    if (fault === 'refused') throw new Error('DynamoDB is out of order');
    const key = item['pk']?.S ?? '';
    if (!this.isMet(key, condition)) throw conditionFailed();
    this.items.set(key, item);
    hooks.written(key, item['state']?.S ?? '{}');
    if (fault === 'unanswered') throw new Error('DynamoDB did not answer');
    if (fault === 'tried twice') throw conditionFailed();
    return {};
  }

  private isMet(key: string, condition: Omit<PutItemCommand['input'], 'Item'>): boolean {
    const held = this.items.get(key);
    const { ConditionExpression: expression, ExpressionAttributeValues: values } = condition;
    if (expression === undefined) return true;
    return expression.startsWith('attribute_not_exists')
      ? held === undefined
      : held?.['version']?.N === values?.[':version']?.N;
  }
}

const conditionFailed = () =>
  new ConditionalCheckFailedException({ message: 'The conditional request failed', $metadata: {} });
