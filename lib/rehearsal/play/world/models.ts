import { HTTP_API } from '../../aws/api-gateway/resource';
import type { ResourceModel } from '../../aws/assembly/resource-model';
import {
  CACHE_POLICY,
  ORIGIN_REQUEST_POLICY,
  RESPONSE_HEADERS_POLICY,
} from '../../aws/cloudfront/policy-resource';
import {
  CLOUDFRONT_FUNCTION,
  DISTRIBUTION,
  MONITORING_SUBSCRIPTION,
  ORIGIN_ACCESS_CONTROL,
} from '../../aws/cloudfront/resource';
import { ALARM, COMPOSITE_ALARM, MUTE_RULE } from '../../aws/cloudwatch/resource';
import { TABLE } from '../../aws/dynamodb/resource';
import { RULE } from '../../aws/events/resource';
import { EVENT_INVOKE_CONFIG, FUNCTION } from '../../aws/lambda/resource';
import { LISTENER, LISTENER_RULE, LOAD_BALANCER, TARGET_GROUP } from '../../aws/load-balancing/resource';
import { HEALTH_CHECK, RECORD_SET } from '../../aws/route53/resource';
import { BUCKET, BUCKET_DEPLOYMENT } from '../../aws/s3/resource';
import { SUBSCRIPTION, TOPIC } from '../../aws/sns/resource';
import { QUEUE } from '../../aws/sqs/resource';

/** Everything that a rehearsal models. */
const ALL: readonly ResourceModel[] = [
  HTTP_API,
  ...[CACHE_POLICY, DISTRIBUTION, CLOUDFRONT_FUNCTION, MONITORING_SUBSCRIPTION],
  ...[ORIGIN_ACCESS_CONTROL, ORIGIN_REQUEST_POLICY, RESPONSE_HEADERS_POLICY],
  ...[ALARM, COMPOSITE_ALARM, MUTE_RULE],
  TABLE,
  RULE,
  ...[EVENT_INVOKE_CONFIG, FUNCTION],
  ...[LISTENER, LISTENER_RULE, LOAD_BALANCER, TARGET_GROUP],
  ...[HEALTH_CHECK, RECORD_SET],
  ...[BUCKET, BUCKET_DEPLOYMENT],
  ...[SUBSCRIPTION, TOPIC],
  QUEUE,
];

/** Every resource model, by CloudFormation type. */
export const MODELS: ReadonlyMap<string, ResourceModel> = new Map(ALL.map((model) => [model.type, model]));
