import { join } from 'node:path';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { functionCode } from '../bundling/function-code';

const SOURCE = join(__dirname, '..', '..', 'lambda', 'status-update');

/** The status-update function's code. */
export const statusUpdateCode = (): Code =>
  functionCode({ entry: join(SOURCE, 'index.ts'), directory: SOURCE });
