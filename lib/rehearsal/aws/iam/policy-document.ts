import { z } from 'zod';
import { ignored } from '../assembly/resource-model';

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

const statement = z.object({
  Action: oneOrMore,
  // Only whether there is one counts.
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: z.union([z.string(), z.object({ AWS: oneOrMore.optional(), Service: oneOrMore.optional() })]),
  Resource: ignored('every statement concerns the resource that has the policy'),
  Sid: ignored('labels only'),
});

/**
 * The policy of a resource.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export const POLICY_DOCUMENT = z.object({
  Id: ignored('labels only'),
  Statement: z.array(statement),
  Version: ignored('policy language version'),
});

/** A statement of such a policy. Actions are such as `s3:GetObject` or `s3:*`. */
export type PolicyStatement = z.output<typeof statement>;
