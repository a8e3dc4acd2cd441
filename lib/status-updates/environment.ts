import type { Symptom } from '../alarms/symptom';

/** All environment variables of a function together, in bytes. Lambda's own do not count. */
const MAX_BYTES = 4_096;

/**
 * Refuses what Lambda would refuse at deployment: the symptoms travel in an environment variable. CloudFormation
 * tokens are longer than what they stand for, so the estimate is on the safe side.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 * @throws Error at synth
 */
export function checkEnvironmentSize(
  environment: Readonly<Record<string, string>>,
  symptoms: readonly Symptom[],
): void {
  const bytes = Buffer.byteLength(
    Object.entries({ ...environment, SYMPTOMS: JSON.stringify(symptoms) })
      .flat()
      .join(''),
  );
  if (bytes > MAX_BYTES) {
    throw new Error(
      `healthChecks.endpoints: do not fit into the status-update function's environment, got ${bytes} bytes for ${symptoms.length} alarms; at most ${MAX_BYTES} bytes, so watch fewer endpoints or shorten their names`,
    );
  }
}
