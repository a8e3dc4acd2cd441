import { type ApiServer, type ApiService, startApiServer } from '../../../lib/rehearsal/aws/aws-api/server';

/** A client configuration that leads to an emulated service, tried once. */
export interface ServedApi {
  readonly config: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
    readonly maxAttempts: number;
  };
  readonly server: ApiServer;
}

/** Serves one emulated service for the real SDK. */
export async function serveApi(name: string, service: ApiService): Promise<ServedApi> {
  const server = await startApiServer({ [name]: service });
  return {
    config: {
      endpoint: server.env[`AWS_ENDPOINT_URL_${name}`] ?? '',
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
    },
    server,
  };
}
