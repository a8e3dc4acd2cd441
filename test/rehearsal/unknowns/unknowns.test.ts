import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { seededRandom } from '../../../lib/rehearsal/kernel/clock/random';
import { formatUnknown } from '../../../lib/rehearsal/report/format-unknown';
import {
  drawUnknowns,
  rangesAt,
  UNKNOWN_DEFAULTS,
  UNKNOWN_RANGES,
  unknownsWith,
} from '../../../lib/rehearsal/unknowns/unknown-values';
import { UNKNOWN_NAMES, unknownOf } from '../../../lib/rehearsal/unknowns/unknowns';

const ROOT = join(__dirname, '../../../lib/rehearsal');

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));

/** A number under a name of its own whose comment says that AWS gives none. */
const GUESS =
  /\/\*\*(?:(?!\*\/)[\s\S])*?(?:AWS (?:states|gives) no|[Gg]uess)(?:(?!\*\/)[\s\S])*?\*\/\s*(?:export )?const ([A-Z_]+)(?:: \w+)? = -?[\d_.]+;/g;

/** Milliseconds of one request, of which no budget comes near, and a guard against circles. */
const HARMLESS: readonly string[] = [
  'aws/api-gateway/http-apis.ts CONNECT_MS',
  'aws/cloudfront/edge-cache.ts CACHE_HIT_MS',
  'aws/route53/zone-records.ts MAX_CHAIN',
  'aws/s3/endpoint.ts CONNECT_MS',
  'kernel/network/certified-host.ts HANDSHAKE_MS',
];

describe('table of what AWS gives no number for', () => {
  test.each(UNKNOWN_NAMES)('has a default of %s that may be true, and says what is known', (name) => {
    const { least, most, default: usual, what, known, source } = unknownOf(name);
    expect([least <= usual, usual <= most, least < most]).toEqual([true, true, true]);
    expect(`${what} ${known}`).toMatch(/^[a-z].{20,}/);
    expect(source ?? 'https://docs.aws.amazon.com/').toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });

  test('has every guess of the rehearsal that may move a budget', () => {
    const guesses = filesBelow(ROOT).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(GUESS)].map(([, name]) => `${relative(ROOT, file)} ${name}`),
    );
    expect(guesses.sort()).toEqual(HARMLESS);
  });
});

describe('table of unknowns in the README', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

  test.each(UNKNOWN_NAMES)('has %s as the rehearsal has it', (name) => {
    const { what, least, most, default: taken, known, source } = unknownOf(name);
    const values = [least, most, taken].map((value) => formatUnknown(name, value)).join(' | ');
    const link = source === undefined ? '' : ` ([1](${source}))`;
    expect(readme).toContain(`| ${what.replace(/,$/, '')} | ${values} | ${known}${link} |`);
  });
});

describe('values of unknowns', () => {
  test('are drawn from the whole range, both ends included', () => {
    const random = seededRandom(7);
    const drawn = Array.from({ length: 200 }, () => drawUnknowns(random));
    for (const name of UNKNOWN_NAMES) {
      const values = drawn.map((values) => values[name]);
      const { least, most } = unknownOf(name);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(least);
      expect(Math.max(...values)).toBeLessThanOrEqual(most);
      // Either both ends, where there are few values, or near to both.
      expect(Math.min(...values) - least).toBeLessThanOrEqual((most - least) / 10);
      expect(most - Math.max(...values)).toBeLessThanOrEqual((most - least) / 10);
    }
  });

  test('are the same for the same seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(drawUnknowns(seededRandom(seed))).toEqual(drawUnknowns(seededRandom(seed)));
      }),
    );
  });

  test('are the defaults but for those that are given', () => {
    const given = unknownsWith({ aliasTtlSeconds: 17 });
    expect(given).toEqual({ ...UNKNOWN_DEFAULTS, aliasTtlSeconds: 17 });
  });

  test('leave no range but that of those left open', () => {
    const ranges = rangesAt(UNKNOWN_DEFAULTS, ['snsDeliveryMs']);
    expect(ranges.snsDeliveryMs).toEqual(UNKNOWN_RANGES.snsDeliveryMs);
    const { functionStartMs } = UNKNOWN_DEFAULTS;
    expect(ranges.functionStartMs).toEqual({ least: functionStartMs, most: functionStartMs });
  });
});
