import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { StructuredUpdate } from '../../status-update/message/structured-update';
import { channelHandler } from '../channel-handler';
import { deadLetters } from './dead-letters';
import { readEnvironment } from './environment';
import { type HttpMessage, postJson } from './post-json';

/** What a format may use besides the update. */
export interface HttpChannelSettings {
  readonly secret: string;
  /** Undefined for receivers whose secret is their URL. */
  readonly endpoint?: string;
  readonly nowMs: number;
}

/**
 * The handler of a channel whose receiver takes JSON over HTTP. The secret is read each time, so it may be rotated.
 * `format` gives undefined for an update that is better not sent.
 */
export function httpChannel(
  format: (update: StructuredUpdate, settings: HttpChannelSettings) => HttpMessage | undefined,
) {
  const secrets = new SecretsManagerClient({});
  return channelHandler({
    putAside: deadLetters(),
    deliver: async (update) => {
      const { SECRET_ARN: SecretId, ENDPOINT: endpoint } = readEnvironment(process.env);
      const { SecretString: secret = '' } = await secrets.send(new GetSecretValueCommand({ SecretId }));
      const message = format(update, { secret: secret.trim(), endpoint, nowMs: Date.now() });
      return message === undefined ? { kind: 'delivered' } : postJson(message);
    },
  });
}
