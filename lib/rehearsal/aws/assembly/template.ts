import { z } from 'zod';
import { RehearsalError } from '../../kernel/errors';

const resource = z.looseObject({
  Type: z.string(),
  Condition: z.string().optional(),
  Properties: z.record(z.string(), z.unknown()).optional(),
});
const section = z.record(z.string(), z.unknown()).optional();
const TEMPLATE = z.looseObject({
  Resources: z.record(z.string(), resource).optional(),
  Parameters: z
    .record(z.string(), z.looseObject({ Type: z.string().optional(), Default: z.unknown().optional() }))
    .optional(),
  Conditions: section,
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).optional(),
  Outputs: z
    .record(
      z.string(),
      z.looseObject({ Value: z.unknown(), Export: z.looseObject({ Name: z.unknown() }).optional() }),
    )
    .optional(),
  Metadata: section,
});

/** The parts of a CloudFormation template that a rehearsal reads. */
export type Template = z.output<typeof TEMPLATE>;

/** A resource of a template. */
export type TemplateResource = z.output<typeof resource>;

/** A parameter of a template. */
export type Parameter = NonNullable<Template['Parameters']>[string];

/**
 * Reads a template.
 * @param stackName for errors
 * @throws RehearsalError INVALID_TEMPLATE
 */
export function parseTemplate(stackName: string, json: unknown): Template {
  const parsed = TEMPLATE.safeParse(json);
  if (parsed.success) {
    return parsed.data;
  }
  const [issue] = parsed.error.issues;
  const path = [stackName, 'template', ...(issue?.path ?? [])].join('.');
  throw new RehearsalError(
    'INVALID_TEMPLATE',
    `${path}: is no CloudFormation, ${issue?.message}; run cdk synth again`,
    {
      cause: parsed.error,
    },
  );
}
