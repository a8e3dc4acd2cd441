import { CfnOutput } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** One value that a person needs after a deployment. */
export interface Output {
  readonly id: string;
  readonly value: string;
  /** What it is good for. */
  readonly description: string;
}

/** Shows values at the end of a deployment. */
export function addOutputs(scope: Construct, outputs: readonly Output[]): void {
  for (const { id, value, description } of outputs) {
    new CfnOutput(scope, id, { value, description });
  }
}
