import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DockerImage, Token } from 'aws-cdk-lib';
import { type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment';

/** Texts by object key. */
export type Texts = Readonly<Record<string, string>>;

/**
 * What a `BucketDeployment` uploads: all texts that synth knows in one asset. A text with tokens gets an asset of its
 * own, into which CDK puts their values at deployment; `Source.data` would make one of each.
 */
export function textSources(texts: Texts): ISource[] {
  const entries = Object.entries(texts);
  const known = entries.filter(([, text]) => !Token.isUnresolved(text));
  const open = entries.filter(([, text]) => Token.isUnresolved(text));
  const together = known.length > 0 ? [asOneAsset(Object.fromEntries(known))] : [];
  return [...together, ...open.map(([key, text]) => Source.data(key, text))];
}

function asOneAsset(texts: Texts): ISource {
  return Source.asset(__dirname, {
    assetHash: createHash('sha256').update(JSON.stringify(texts)).digest('hex'),
    bundling: {
      // Never pulled: the files are written right here.
      image: DockerImage.fromRegistry('none'),
      local: {
        tryBundle: (directory) => {
          for (const [key, text] of Object.entries(texts)) write(join(directory, key), text);
          return true;
        },
      },
    },
  });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
