import { z } from 'zod';
import type { Conditions } from './rules/condition';

/** A statement of a policy. What is undefined can't be told: `NotAction` and its like are not evaluated. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  /** Such as `s3:GetObject` or `s3:*`. */
  readonly actions?: readonly string[];
  /** ARNs, with wildcards. */
  readonly resources?: readonly string[];
  /** Whom the policy of a resource means. The policies of a role mean that role. */
  readonly principals?: readonly Principal[];
  readonly conditions: Conditions;
}

/** Somebody whom a statement means. */
export type Principal =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'service'; readonly name: string }
  /** ARN of a role, of an account, or the account's number. */
  | { readonly kind: 'aws'; readonly id: string };

const texts = z
  .union([z.string(), z.array(z.union([z.string(), z.array(z.string())]))])
  .transform((value) => [value].flat(2));
/** JSON writes what a condition is compared with as a text, a number or a Boolean. */
const values = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number(), z.boolean()]))])
  .transform((value) => [value].flat().map(String));

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
const STATEMENT = z.object({
  Action: texts.optional(),
  Condition: z.record(z.string(), z.record(z.string(), values)).default({}),
  Effect: z.enum(['Allow', 'Deny']),
  NotPrincipal: z.unknown().optional(),
  NotResource: z.unknown().optional(),
  Principal: z
    .union([z.string(), z.object({ AWS: texts.default([]), Service: texts.default([]) })])
    .optional(),
  Resource: texts.optional(),
});

const DOCUMENT = z.object({
  Statement: z.union([z.array(STATEMENT), STATEMENT]).transform((value) => [value].flat()),
});

/** What nobody can read may allow as well as deny anything. */
const UNREADABLE: readonly Statement[] = [
  { effect: 'Allow', conditions: {} },
  { effect: 'Deny', conditions: {} },
];

/** The statements of a policy document whose intrinsic functions are resolved. */
export function statementsOf(document: unknown): readonly Statement[] {
  const { success, data } = DOCUMENT.safeParse(document);
  return success ? data.Statement.map(toStatement) : UNREADABLE;
}

const toStatement = (read: z.output<typeof STATEMENT>): Statement => ({
  effect: read.Effect,
  actions: read.Action,
  // The trust policy of a role names no resource: it is that role.
  resources: read.NotResource === undefined ? (read.Resource ?? ['*']) : undefined,
  principals: read.NotPrincipal === undefined ? principalsOf(read.Principal) : undefined,
  conditions: read.Condition,
});

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
function principalsOf(read: z.output<typeof STATEMENT>['Principal']): readonly Principal[] {
  if (read === undefined) {
    return [];
  }
  const { AWS, Service } = typeof read === 'string' ? { AWS: [read], Service: [] } : read;
  return [
    ...AWS.map((id): Principal => (id === '*' ? { kind: 'everybody' } : { kind: 'aws', id })),
    ...Service.map((name): Principal => ({ kind: 'service', name })),
  ];
}
