import { peerDependencies } from '../../package.json';
import { PropsError } from './props-error';

/** The packages that the app and Understudy share: each must be there once. */
const PEERS = ['aws-cdk-lib', 'constructs'] as const;

/** Finds the version of a package that is installed. */
type FindVersion = (name: string) => string;

const installedVersion: FindVersion = (name) => require(`${name}/package.json`).version;

/**
 * Refuses versions of CDK that this code has not been tried with: an older one fails somewhere within, with a message
 * that nobody can read.
 * @throws PropsError naming the version, the range and what to do
 */
export function requirePeers(findVersion: FindVersion = installedVersion): void {
  for (const name of PEERS) {
    const found = findVersion(name);
    const range = peerDependencies[name];
    if (!isInRange(found, range)) {
      throw new PropsError(
        `Understudy: does not work with this version of ${name}, got ${found}; it needs ${range}: run npm i ${name}@${range}`,
      );
    }
  }
}

/** @param range a caret and a version, as npm reads it: the same major version, and none that is older */
function isInRange(version: string, range: string): boolean {
  const [major = 0, ...least] = numbers(range.replace('^', ''));
  const [foundMajor, ...found] = numbers(version);
  return foundMajor === major && isAtLeast(found, least);
}

const numbers = (version: string): readonly number[] => version.split(/[.-]/).slice(0, 3).map(Number);

function isAtLeast(
  [minor = 0, patch = 0]: readonly number[],
  [leastMinor = 0, leastPatch = 0]: readonly number[],
) {
  return minor === leastMinor ? patch >= leastPatch : minor > leastMinor;
}
