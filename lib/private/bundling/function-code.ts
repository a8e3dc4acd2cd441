import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';

/**
 * A function's code, from its bundle: one CommonJS file that exports `handler`. The asset is named after what is in it,
 * so a deployment replaces the function exactly when its code has changed, wherever the change was made.
 */
export function functionCode(bundle: string): Code {
  return Code.fromAsset(__dirname, {
    assetHash: createHash('sha256').update(bundle).digest('hex'),
    bundling: {
      // Never pulled: the file is written right here.
      image: DockerImage.fromRegistry('none'),
      local: {
        tryBundle: (output) => {
          writeFileSync(join(output, 'index.js'), bundle);
          return true;
        },
      },
    },
  });
}
