import { Annotations, Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { HOME_REGION } from '../../lambda/shared/contract/home-region';
import { PropsError } from './props-error';

const BECAUSE =
  'CloudFront takes its certificate there, and Route 53 and CloudFront report metrics there only';

/**
 * Refuses a stack in another Region, and warns of one that goes to the Region of the person who deploys it.
 * @throws PropsError at synth
 */
export function requireHomeRegion(scope: IConstruct): void {
  const { region, stackName } = Stack.of(scope);
  const prop = `${stackName}.env.region`;
  if (Token.isUnresolved(region)) {
    Annotations.of(scope).addWarningV2(
      'understudy:region',
      `${prop}: should be ${HOME_REGION}, got nothing; ${BECAUSE}, and without it the stack goes to the Region of the shell that deploys it: write { env: { region: "${HOME_REGION}" } }`,
    );
  } else if (region !== HOME_REGION) {
    throw new PropsError(`${prop}: must be ${HOME_REGION}, got ${JSON.stringify(region)}; ${BECAUSE}`);
  }
}
