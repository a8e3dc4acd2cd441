import { secret } from './cdk-parts';
import { flag, shape, word } from './parts';

const OPTIONS = 'write { secret }';

/** `ChannelSecret` */
export const CHANNEL_SECRET = shape({ secret: secret() }, OPTIONS);

/** `PagerDutyOptions` */
export const PAGER_DUTY_OPTIONS = shape(
  { secret: secret(), serviceRegion: word('us', 'eu').optional() },
  OPTIONS,
);

/** `AmazonQOptions` */
export const AMAZON_Q_OPTIONS = shape({ acknowledge: flag().optional() });
