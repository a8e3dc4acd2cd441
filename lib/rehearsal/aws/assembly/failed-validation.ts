import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Where synthesis writes what its validation plugins, such as cdk-nag, found. */
const FILE = 'validation-report.json';

/**
 * The parts that are read here.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
 */
const REPORT = z.object({
  pluginReports: z.array(
    z.object({
      pluginName: z.string(),
      conclusion: z.string(),
      violations: z.array(z.object({ ruleName: z.string() })).default([]),
    }),
  ),
});

/**
 * What the validation of an assembly's templates found against them when it was synthesized. Synthesis fails then, and
 * leaves the assembly behind.
 * @returns a line for each plugin that failed it, such as `cdk-nag: AwsSolutions-S1, AwsSolutions-S10`; none where all is
 * well, and where there is no report that can be read
 */
export function failedValidation(directory: string): readonly string[] {
  const file = join(directory, FILE);
  if (!existsSync(file)) {
    return [];
  }
  const report = REPORT.safeParse(json(readFileSync(file, 'utf8')));
  return (report.data?.pluginReports ?? [])
    .filter(({ conclusion }) => conclusion === 'failure')
    .map(({ pluginName, violations }) => {
      const rules = [...new Set(violations.map(({ ruleName }) => ruleName))];
      return rules.length === 0 ? pluginName : `${pluginName}: ${rules.join(', ')}`;
    });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
