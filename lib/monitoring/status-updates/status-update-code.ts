import type { Code } from 'aws-cdk-lib/aws-lambda';
import { builtInBundle } from '../../private/bundling/built-in-bundle';
import { functionCode } from '../../private/bundling/function-code';

/** The status-update function's code. */
export const statusUpdateCode = (): Code => functionCode(builtInBundle('status-update/index'));
