import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { JsonService } from '../../../../lambda/status-update/adapters/json-service';

/** A DynamoDB over HTTP with the function's table in it. */
export interface StateTable {
  readonly endpoint: string;
  /** As the SDK sees it. */
  readonly client: DynamoDBClient;
  /** As the function sees it. */
  readonly dynamoDb: JsonService;
  close(): Promise<void>;
}

/** Starts a DynamoDB stand-in on a free port and creates `tableName`. */
export async function startStateTable(tableName: string): Promise<StateTable> {
  const server: Server = dynalite({ createTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    }),
  );
  return {
    endpoint,
    client,
    dynamoDb: new JsonService({
      service: 'dynamodb',
      region: 'us-east-1',
      endpoint,
      maxAttempts: 3,
      timeoutMs: 3_000,
      credentials: async () => credentials,
    }),
    close: async () => {
      client.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
