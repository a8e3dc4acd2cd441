import { z } from 'zod';
import { cfnBoolean, ignored, type ResourceModel } from '../assembly/resource-model';
import { POLICY_DOCUMENT } from '../iam/policy-document';

const MATERIAL = 'a rehearsal encrypts nothing';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html */
export const KEY = {
  type: 'AWS::KMS::Key',
  properties: z.object({
    BypassPolicyLockoutSafetyCheck: ignored('counts when the stack is deployed'),
    Description: ignored('labels only'),
    Enabled: cfnBoolean.default(true),
    EnableKeyRotation: ignored(MATERIAL),
    KeyPolicy: POLICY_DOCUMENT.optional(),
    KeySpec: ignored(MATERIAL),
    KeyUsage: ignored(MATERIAL),
    MultiRegion: ignored(MATERIAL),
    Origin: ignored(MATERIAL),
    PendingWindowInDays: ignored('works when the stack is deleted'),
    RotationPeriodInDays: ignored(MATERIAL),
    Tags: ignored('labels only'),
  }),
} satisfies ResourceModel;
