/** What must name the same version for a release. */
export interface Release {
  /** The tag, such as `v0.2.0`. */
  readonly tag: string;
  /** The version of the package. */
  readonly version: string;
  /** `CHANGELOG.md`: a heading of level two for each version, the newest first. */
  readonly changelog: string;
}

/**
 * What the changelog says of the version that a tag names.
 *
 * @throws Error when tag, package and changelog don't name the same version, or when the changelog says nothing of it
 */
export function releaseNotes({ tag, version, changelog }: Release): string {
  if (tag !== `v${version}`) {
    throw new Error(`tag: must be v${version}, the version in package.json, got ${JSON.stringify(tag)}`);
  }
  const [newest = ''] = changelog.split(/^## /m).slice(1);
  const [heading = '', ...lines] = newest.split('\n');
  const notes = lines.join('\n').trim();
  if (heading.trim() !== version || notes === '') {
    throw new Error(
      `CHANGELOG.md: must say first what is new in ${version}, got ${JSON.stringify(heading)}; write its section`,
    );
  }
  return `${notes}\n`;
}
