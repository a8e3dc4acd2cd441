import { Annotations, Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { PropsError } from './props-error';

const BECAUSE =
  'CloudFront takes its certificate there, and Route 53 and CloudFront report metrics there only';

/**
 * Refuses a stack in another Region, and warns of one that goes to the Region of whoever deploys it.
 * @throws PropsError at synth
 */
export function requireUsEast1(scope: IConstruct): void {
  const { region, stackName } = Stack.of(scope);
  const prop = `${stackName}.env.region`;
  if (Token.isUnresolved(region)) {
    Annotations.of(scope).addWarningV2(
      'understudy:region',
      `${prop}: should be us-east-1, got nothing; ${BECAUSE}, and without it the stack goes wherever the person is who deploys it: write { env: { region: "us-east-1" } }`,
    );
  } else if (region !== 'us-east-1') {
    throw new PropsError(`${prop}: must be us-east-1, got ${JSON.stringify(region)}; ${BECAUSE}`);
  }
}
