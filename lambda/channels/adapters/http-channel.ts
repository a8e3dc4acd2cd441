import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { StructuredUpdate } from '../../status-update/message/structured-update';
import { channelHandler } from '../channel-handler';
import type { PlainAlarm } from '../plain-alarm';
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

/** How a receiver wants its messages. */
export interface HttpFormats {
  /** Undefined for an update that is better not sent. */
  readonly update: (update: StructuredUpdate, settings: HttpChannelSettings) => HttpMessage | undefined;
  readonly alarm: (alarm: PlainAlarm, settings: HttpChannelSettings) => HttpMessage;
}

/** The handler of a channel whose receiver takes JSON over HTTP. The secret is read each time, so it may be rotated. */
export function httpChannel(formats: HttpFormats) {
  const secrets = new SecretsManagerClient({});
  return channelHandler({
    putAside: deadLetters(),
    now: () => Date.now(),
    deliver: async (carried) => {
      const { SECRET_ARN: SecretId, ENDPOINT: endpoint } = readEnvironment(process.env);
      const { SecretString: secret = '' } = await secrets.send(new GetSecretValueCommand({ SecretId }));
      const settings = { secret: secret.trim(), endpoint, nowMs: Date.now() };
      const message =
        carried.kind === 'alarm'
          ? formats.alarm(carried.alarm, settings)
          : formats.update(carried.update, settings);
      return message === undefined ? { kind: 'delivered' } : postJson(message);
    },
  });
}
