import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { builtInBundle } from '../../private/bundling/built-in-bundle';
import { functionCode } from '../../private/bundling/function-code';
import { LoggedFunction, type LoggedFunctionProps } from '../../private/logged-function';

/** The status-update function with its log. */
export class StatusUpdateFunction extends LoggedFunction {
  constructor(scope: Construct, id: string, props: Omit<LoggedFunctionProps, 'code' | 'description'>) {
    const description = 'Tells on-call and shoppers how the store is';
    super(scope, id, { ...props, description, code: statusUpdateCode() });
  }
}

/** The status-update function's code. */
export const statusUpdateCode = (): Code => functionCode(builtInBundle('status-update/index'));
