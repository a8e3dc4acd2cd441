import { z } from 'zod';
import { ignored, type ResourceModel } from '../assembly/resource-model';

const PROTECTION = 'protects stored data; no request of a rehearsal depends on it';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html */
export const TABLE = {
  type: 'AWS::DynamoDB::Table',
  properties: z.object({
    AttributeDefinitions: z.array(
      z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
    ),
    BillingMode: ignored('capacity is not a limit in a rehearsal'),
    DeletionProtectionEnabled: ignored(PROTECTION),
    KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) })),
    PointInTimeRecoverySpecification: ignored(PROTECTION),
    SSESpecification: ignored(PROTECTION),
    TableName: z.string().optional(),
    Tags: ignored('labels only'),
    TimeToLiveSpecification: ignored('works over days'),
  }),
} satisfies ResourceModel;
