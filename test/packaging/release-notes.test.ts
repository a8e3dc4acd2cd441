import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseNotes } from '../../lib/packaging/release-notes';
import { version } from '../../package.json';

const CHANGELOG = '# Changelog\n\nAll.\n\n## 1.2.0\n\n- New.\n\n### Why\n\nSo.\n\n## 1.1.0\n\n- Old.\n';

describe('release notes', () => {
  test('are what the changelog says of the newest version, with headings below it', () => {
    const notes = releaseNotes({ tag: 'v1.2.0', version: '1.2.0', changelog: CHANGELOG });
    expect(notes).toBe('- New.\n\n### Why\n\nSo.\n');
  });

  test('are there for the version that this package has', () => {
    const changelog = readFileSync(join(__dirname, '../../CHANGELOG.md'), 'utf8');
    expect(releaseNotes({ tag: `v${version}`, version, changelog }).length).toBeGreaterThan(100);
  });

  test.each(['1.2.0', 'v1.2', 'v1.2.0-rc.1', ''])('fail when the tag is %j', (tag) => {
    expect(() => releaseNotes({ tag, version: '1.2.0', changelog: CHANGELOG })).toThrow(
      `tag: must be v1.2.0, the version in package.json, got ${JSON.stringify(tag)}`,
    );
  });

  test.each([
    ['names another version first', '1.1.0', '"1.2.0"'],
    ['does not know the version', '1.3.0', '"1.2.0"'],
  ])('fail when the changelog %s', (_, release, got) => {
    expect(() => releaseNotes({ tag: `v${release}`, version: release, changelog: CHANGELOG })).toThrow(
      `CHANGELOG.md: must say first what is new in ${release}, got ${got}; write its section`,
    );
  });

  test('fail when the changelog has the heading and nothing below it', () => {
    const changelog = '# Changelog\n\n## 1.2.0\n\n## 1.1.0\n\n- Old.\n';
    expect(() => releaseNotes({ tag: 'v1.2.0', version: '1.2.0', changelog })).toThrow(/must say first/);
  });
});
