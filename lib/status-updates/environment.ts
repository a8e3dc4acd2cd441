/** All environment variables of a function together, in bytes. Lambda's own do not count. */
const MAX_BYTES = 4_096;

/** What a reference inside of a text stands for: the id of a health check, or a shorter one. */
const ID_LENGTH = 36;

/** What a variable has in front of a name when it is an ARN. */
const ARN_LENGTH = 'arn:aws:sns:us-east-1:111122223333:'.length;
/** What CloudFormation puts between a stack's name and a logical id, and behind them, where it makes up a name. */
const AROUND_A_NAME = '--ABCDEFGHIJKLM'.length;

/** The longest name of a role, which alone is given by its ARN as an attribute. */
const ROLE_NAME_LENGTH = 64;

/** What else the size depends on. */
export interface EnvironmentContext {
  readonly stackName: string;
  /** How many alarms it tells of. */
  readonly alarms: number;
}

/**
 * Refuses what Lambda would refuse at deployment: the symptoms travel in an environment variable. Lambda measures the
 * variables as one JSON, so that each quote in a value counts twice. What references stand for is estimated, rather too
 * long than too short.
 *
 * @param environment resolved: texts and intrinsic functions
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 * @throws Error at synth
 */
export function checkEnvironmentSize(
  environment: Readonly<Record<string, unknown>>,
  { stackName, alarms }: EnvironmentContext,
): void {
  const entries = Object.entries(environment).map(
    ([key, value]) =>
      `"":"",`.length +
      key.length +
      lengthOf(value, stackName) +
      (typeof value !== 'string' && key.endsWith('_ARN') ? ARN_LENGTH : 0),
  );
  const bytes = entries.reduce((sum, length) => sum + length, '{}'.length - ','.length);
  if (bytes > MAX_BYTES) {
    throw new Error(
      `healthChecks.endpoints: do not fit into the status-update function's environment, got ${bytes} bytes for ${alarms} alarms; at most ${MAX_BYTES} bytes, so watch fewer endpoints or shorten their names`,
    );
  }
}

/** In bytes of JSON, without the quotes around it. */
function lengthOf(value: unknown, stackName: string): number {
  if (typeof value === 'string') return Buffer.byteLength(JSON.stringify(value)) - '""'.length;
  if (typeof value !== 'object' || value === null) return ID_LENGTH;
  if ('Fn::Join' in value && Array.isArray(value['Fn::Join'])) {
    const [, parts] = value['Fn::Join'] as [string, readonly unknown[]];
    return parts
      .map((part) => (typeof part === 'string' ? lengthOf(part, stackName) : ID_LENGTH))
      .reduce((sum, length) => sum + length, 0);
  }
  if ('Fn::GetAtt' in value) return ROLE_NAME_LENGTH;
  return 'Ref' in value ? AROUND_A_NAME + stackName.length + String(value.Ref).length : ID_LENGTH;
}
