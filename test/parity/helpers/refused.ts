import { type ResourceLimits, refusals } from '../../../lib/rehearsal/aws/deployability/limit';

/** What a service says of a resource, by the path of the property and without the source. */
export const refused = (
  limits: ResourceLimits,
  properties: Readonly<Record<string, unknown>>,
): readonly string[] =>
  refusals(limits, properties).map((line) => line.replace(/^\./, '').replace(/ \(https:\S+\)$/, ''));
