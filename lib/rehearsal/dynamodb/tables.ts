import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import dynalite from 'dynalite';
import type { ModelledResource } from '../assembly/deployment';
import { RehearsalError } from '../errors';
import type { TABLE } from './resource';

type TableResource = ModelledResource<(typeof TABLE)['properties']['_output']>;

/** The stack's DynamoDB tables on a local endpoint. */
export interface Tables {
  readonly endpoint: string;
  close(): Promise<void>;
}

/**
 * Starts dynalite and creates the stack's tables in it.
 * Emulation: no point-in-time recovery, no time to live, no transactions.
 */
export async function startTables(resources: readonly TableResource[]): Promise<Tables> {
  const server: Server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await createTables(resources, endpoint);
  return {
    endpoint,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** One call of the DynamoDB API needs no SDK. @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html */
async function createTables(resources: readonly TableResource[], endpoint: string): Promise<void> {
  for (const { name, ref, properties } of resources) {
    const { AttributeDefinitions, KeySchema } = properties;
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'DynamoDB_20120810.CreateTable',
        // dynalite wants a signature of the right form, but does not verify it.
        'x-amz-date': '20260101T000000Z',
        authorization:
          'AWS4-HMAC-SHA256 Credential=rehearsal/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
      },
      body: JSON.stringify({
        TableName: ref,
        AttributeDefinitions,
        KeySchema,
        BillingMode: 'PAY_PER_REQUEST',
      }),
    });
    if (!response.ok)
      throw new RehearsalError(
        'UNSUPPORTED_PROPERTY',
        `${name}: dynalite refuses the table: ${await response.text()}`,
      );
  }
}
