import { Duration } from 'aws-cdk-lib';

/** How long resolvers keep a failover answer by default: half of what AWS allows for records with health checks. */
export const DEFAULT_FAILOVER_TTL = Duration.seconds(30);
