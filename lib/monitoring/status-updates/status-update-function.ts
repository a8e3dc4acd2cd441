import type { Construct } from 'constructs';
import { LoggedFunction, type LoggedFunctionProps } from '../../private/logged-function';
import { statusUpdateCode } from './status-update-code';

/** The status-update function with its log. */
export class StatusUpdateFunction extends LoggedFunction {
  constructor(scope: Construct, id: string, props: Omit<LoggedFunctionProps, 'code' | 'description'>) {
    const description = 'Tells on-call and shoppers how the store is';
    super(scope, id, { ...props, description, code: statusUpdateCode() });
  }
}
