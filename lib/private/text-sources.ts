import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DockerImage, Token } from 'aws-cdk-lib';
import { type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment';

/** Texts by object key. */
export type Texts = Readonly<Record<string, string>>;

/** Text and binary files by object key. */
export type Contents = Readonly<Record<string, string | Uint8Array>>;

/**
 * What a `BucketDeployment` uploads: all that synth knows in one asset. A text with tokens gets an asset of its
 * own, into which CDK puts their values at deployment; `Source.data` would make one of each.
 */
export function textSources(contents: Contents): ISource[] {
  const entries = Object.entries(contents);
  const known = entries.filter(([, content]) => !hasTokens(content));
  const together = known.length > 0 ? [asOneAsset(Object.fromEntries(known))] : [];
  return [
    ...together,
    ...entries.flatMap(([key, content]) => (hasTokens(content) ? [Source.data(key, content)] : [])),
  ];
}

function hasTokens(content: string | Uint8Array): content is string {
  return Token.isUnresolved(content);
}

function asOneAsset(texts: Contents): ISource {
  return Source.asset(__dirname, {
    assetHash: createHash('sha256').update(JSON.stringify(texts)).digest('hex'),
    bundling: {
      // Never pulled: the files are written right here.
      image: DockerImage.fromRegistry('none'),
      local: {
        tryBundle: (directory) => {
          for (const [key, text] of Object.entries(texts)) {
            write(join(directory, key), text);
          }
          return true;
        },
      },
    },
  });
}

function write(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
