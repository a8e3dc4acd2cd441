import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import type { Deployment } from '../assembly/deployment';
import { REGION } from '../assembly/physical-ids';
import { TABLE } from './resource';

/** The stack's DynamoDB tables on a local endpoint. */
export interface Tables {
  readonly endpoint: string;
  close(): Promise<void>;
}

/**
 * Starts dynalite and creates the stack's tables in it.
 * Emulation: no point-in-time recovery, no time to live, no transactions.
 */
export async function startTables(deployment: Deployment): Promise<Tables> {
  const server: Server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await createTables(deployment, endpoint);
  return {
    endpoint,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function createTables(deployment: Deployment, endpoint: string): Promise<void> {
  const client = new DynamoDBClient({
    endpoint,
    region: REGION,
    credentials: { accessKeyId: 'rehearsal', secretAccessKey: 'rehearsal' },
  });
  for (const { ref, properties } of deployment.all(TABLE)) {
    const { AttributeDefinitions, KeySchema } = properties;
    await client.send(
      new CreateTableCommand({
        TableName: ref,
        AttributeDefinitions,
        KeySchema,
        BillingMode: 'PAY_PER_REQUEST',
      }),
    );
  }
  client.destroy();
}
