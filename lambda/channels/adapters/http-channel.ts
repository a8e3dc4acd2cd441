import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { wallNowMs } from '../../shared/contract/wall-clock';
import type { StructuredUpdate } from '../../status-update/contract/structured-update';
import { channelHandler } from '../channel-handler';
import type { Delivery } from '../delivery';
import type { PlainAlarm } from '../plain-alarm';
import { commonPorts } from './common-ports';
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
  /** In the order in which they are to arrive; none for an update that is better not sent. */
  readonly update: (update: StructuredUpdate, settings: HttpChannelSettings) => readonly HttpMessage[];
  readonly alarm: (alarm: PlainAlarm, settings: HttpChannelSettings) => HttpMessage;
}

/** The handler of a channel whose receiver takes JSON over HTTP. The secret is read each time, so it may be rotated. */
export function httpChannel(formats: HttpFormats) {
  const secrets = new SecretsManagerClient({});
  return channelHandler({
    ...commonPorts(),
    deliver: async (carried) => {
      const { SECRET_ARN: SecretId, ENDPOINT: endpoint } = readEnvironment(process.env);
      const { SecretString: secret = '' } = await secrets.send(new GetSecretValueCommand({ SecretId }));
      const settings = { secret: secret.trim(), endpoint, nowMs: wallNowMs() };
      return postAll(
        carried.kind === 'alarm'
          ? [formats.alarm(carried.alarm, settings)]
          : formats.update(carried.update, settings),
      );
    },
  });
}

/** Up to the first that did not arrive: a second try begins with the first again, so each must be fit to come twice. */
async function postAll(messages: readonly HttpMessage[]): Promise<Delivery> {
  let delivery: Delivery = { kind: 'delivered' };
  for (const message of messages) {
    delivery = await postJson(message);
    if (delivery.kind !== 'delivered') {
      break;
    }
  }
  return delivery;
}
