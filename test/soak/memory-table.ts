import type { GetItemInput, GetItemOutput, PutItemInput } from '@aws-sdk/client-dynamodb';
import type { JsonApi } from '../../lambda/status-update/adapters/json-service';
import { RequestFailed } from '../../lambda/status-update/adapters/rest-service';

type Item = NonNullable<PutItemInput['Item']>;

/** What becomes of a write: an answer that is lost comes, after the second try, as a failed condition. */
export type WriteFault = 'refused' | 'unanswered' | 'tried twice';

/** What a table's owner may decide and hear. */
export interface TableHooks {
  readonly faultOf: () => WriteFault | undefined;
  readonly written: (key: string, state: string) => void;
}

/** DynamoDB in memory, as far as the state's adapter uses it: far quicker than one behind HTTP. */
export class MemoryTable {
  private readonly items = new Map<string, Item>();

  /** As one function sees it. */
  api(hooks: TableHooks): JsonApi {
    const call = async (operation: string, input: object): Promise<object> =>
      operation === 'PutItem' ? this.put(input as PutItemInput, hooks) : this.get(input as GetItemInput);
    return { call } as JsonApi;
  }

  /** The text of one attribute of an item. */
  attribute(key: string, name: string): string | undefined {
    return this.items.get(key)?.[name]?.S;
  }

  private get({ Key }: GetItemInput): GetItemOutput {
    return { Item: this.items.get(Key?.['pk']?.S ?? '') };
  }

  private put({ Item: item = {}, ...condition }: PutItemInput, hooks: TableHooks): object {
    const fault = hooks.faultOf();
    if (fault === 'refused') {
      throw new Error('DynamoDB is out of order');
    }
    const key = item['pk']?.S ?? '';
    if (!this.isMet(key, condition)) {
      throw conditionFailed();
    }
    this.items.set(key, item);
    hooks.written(key, item['state']?.S ?? '{}');
    if (fault === 'unanswered') {
      throw new Error('DynamoDB did not answer');
    }
    if (fault === 'tried twice') {
      throw conditionFailed();
    }
    return {};
  }

  private isMet(key: string, condition: Omit<PutItemInput, 'Item'>): boolean {
    const held = this.items.get(key);
    const { ConditionExpression: expression, ExpressionAttributeValues: values } = condition;
    if (expression === undefined) {
      return true;
    }
    return expression.startsWith('attribute_not_exists')
      ? held === undefined
      : held?.['version']?.N === values?.[':version']?.N;
  }
}

const conditionFailed = () =>
  new RequestFailed('The conditional request failed', 400, 'ConditionalCheckFailedException');
