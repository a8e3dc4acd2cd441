import type { Code } from 'aws-cdk-lib/aws-lambda';
import { builtInBundle } from '../bundling/built-in-bundle';
import { functionCode } from '../bundling/function-code';

/** The status-update function's code. */
export const statusUpdateCode = (): Code => functionCode(builtInBundle('status-update/index'));
