import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { cachedBundle } from '../../../lib/private/bundling/bundle-cache';

const ROOT = join(__dirname, '..', '..', '..');

let directory: string;
let source: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'understudy-cache-'));
  source = join(directory, 'source.ts');
  writeFileSync(source, 'first');
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Asks for a bundle of `source`; a new one holds `code`. */
const ask = (code: string, { key = 'key', cache = join(directory, 'cache') } = {}) =>
  cachedBundle(key, () => ({ code, sources: [relative(ROOT, source)] }), cache);

describe('bundle cache', () => {
  test('gives what was made before while nothing changed', () => {
    expect([ask('one'), ask('two')]).toEqual(['one', 'one']);
  });

  test('gives a new bundle once a source has changed, and keeps that', () => {
    ask('one');
    writeFileSync(source, 'second');
    expect([ask('two'), ask('three')]).toEqual(['two', 'two']);
  });

  test('gives a new bundle once a source is gone', () => {
    ask('one');
    rmSync(source);
    expect(ask('two')).toBe('two');
  });

  test('gives a new bundle for other options', () => {
    expect([ask('one'), ask('two', { key: 'other' })]).toEqual(['one', 'two']);
  });

  test('keeps one bundle per key, however often its sources change', () => {
    for (const text of ['a', 'b', 'c']) {
      writeFileSync(source, text);
      ask(text);
    }
    expect(readdirSync(join(directory, 'cache'))).toHaveLength(1);
  });

  test('builds again what is damaged', () => {
    ask('one');
    const [entry] = readdirSync(join(directory, 'cache'));
    writeFileSync(join(directory, 'cache', entry ?? ''), '{"code": "on');
    expect(ask('two')).toBe('two');
  });

  test('does without a place to keep things', () => {
    expect([ask('one', { cache: join(source, 'no') }), ask('two', { cache: join(source, 'no') })]).toEqual([
      'one',
      'two',
    ]);
  });

  test('fails when the bundler does, and keeps nothing', () => {
    const broken = () => cachedBundle('key', () => fail(), join(directory, 'cache'));
    const fail = () => {
      throw new Error('index.ts:1:1: unexpected end of file');
    };
    expect(broken).toThrow('index.ts:1:1: unexpected end of file');
    expect(ask('two')).toBe('two');
  });
});
