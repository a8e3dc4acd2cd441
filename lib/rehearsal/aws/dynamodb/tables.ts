import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import dynalite from 'dynalite';
import { RehearsalError } from '../../kernel/errors';
import { HOME_REGION } from '../../kernel/home-region';
import type { ModelledResource } from '../assembly/deployment';
import { letProcessEnd } from '../aws-api/idle-server';
import type { TABLE } from './resource';

type TableResource = ModelledResource<(typeof TABLE)['properties']['_output']>;

/** DynamoDB on a local endpoint, for the tables of one stack after the other. */
export interface LocalTables {
  readonly endpoint: string;
  /** Listens there. */
  readonly server: Server;
  /** @throws RehearsalError UNSUPPORTED_PROPERTY for a table that dynalite refuses */
  create(resources: readonly TableResource[]): Promise<void>;
  /** Deletes every table. */
  drop(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts dynalite. It does not keep the process alive.
 * Emulation: no point-in-time recovery, no time to live, no transactions.
 */
export async function startDynamoDb(): Promise<LocalTables> {
  const server: Server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  letProcessEnd(server);
  // Only callers end a connection: on a busy machine one may wait for longer than the usual five seconds, and a call
  // would meet it as the server closes it.
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const names: string[] = [];
  return {
    endpoint,
    server,
    create: async (resources) => {
      for (const resource of resources) {
        await createTable(resource, endpoint);
        names.push(resource.ref);
      }
    },
    drop: async () => {
      for (const name of names.splice(0)) {
        await deleteTable(name, endpoint);
      }
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function createTable({ name, ref, properties }: TableResource, endpoint: string): Promise<void> {
  const { AttributeDefinitions, KeySchema } = properties;
  const response = await call(endpoint, 'CreateTable', {
    TableName: ref,
    AttributeDefinitions,
    KeySchema,
    BillingMode: 'PAY_PER_REQUEST',
  });
  if (!response.ok) {
    throw new RehearsalError(
      'UNSUPPORTED_PROPERTY',
      `${name}: dynalite refuses the table: ${await response.text()}`,
    );
  }
  // It can be used a moment after the answer only, as in DynamoDB itself.
  while ((await statusOf(ref, endpoint)) !== 'ACTIVE') {}
}

async function statusOf(tableName: string, endpoint: string): Promise<string> {
  const response = await call(endpoint, 'DescribeTable', { TableName: tableName });
  const { Table } = (await response.json()) as { Table: { TableStatus: string } };
  return Table.TableStatus;
}

/** A table is gone a moment after the answer, as in DynamoDB itself. */
async function deleteTable(name: string, endpoint: string): Promise<void> {
  await call(endpoint, 'DeleteTable', { TableName: name });
  while ((await call(endpoint, 'DescribeTable', { TableName: name })).ok) {}
}

/** Such calls need no SDK. @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html */
const call = (endpoint: string, operation: string, input: unknown): Promise<Response> =>
  fetch(endpoint, {
    method: 'POST',
    headers: {
      // One that is kept may be gone when the process has been busy with something else, such as a synthesis.
      connection: 'close',
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      // dynalite wants a signature of the right form, but does not verify it.
      'x-amz-date': '20260101T000000Z',
      authorization: `AWS4-HMAC-SHA256 Credential=rehearsal/20260101/${HOME_REGION}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify(input),
  });
