import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UNDERSTUDY_PROPS } from '../../lib/validation/schema/props-schema';
import { ROOT, textOf } from './papers';
import { hasProp } from './props';

const [, section = ''] = textOf('README.md').split('\n## Your worry, and what answers it\n');
const ROWS = (section.split('\n## ')[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| "'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, worry = '', answer = '', picture = '']) => ({ worry, answer, picture }));

/** Props in the words of their owner, such as `page.offer`. */
const PROPS = /^(?:[a-z]\w*)(?:\.[a-z]\w*)*$/i;
const codesIn = (answer: string): readonly string[] =>
  [...answer.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code).filter((code) => code !== '');
const isProp = (code: string): boolean =>
  PROPS.test(code) && (code.includes('.') ? !/\.txt$/.test(code) : true);

/** Props of an endpoint that stand alone in the table. */
const OF_ENDPOINTS = ['severity', 'restoreOrder'];
const placeOf = (prop: string): readonly string[] =>
  OF_ENDPOINTS.includes(prop) ? ['healthChecks', 'endpoints', prop] : prop.split('.');

const EXAMPLE = textOf('bin/every-worry.ts');

describe('worries in the README', () => {
  test('are those of shopkeepers, many of them', () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(15);
    const all = ROWS.map(({ worry, answer }) => `${worry} ${answer}`.toLowerCase()).join(' ');
    for (const word of [
      'sales channels',
      'voucher',
      'feedback',
      'price of downtime',
      'contacts',
      'slow',
      'drills',
    ]) {
      expect(all).toContain(word);
    }
  });

  test.each(ROWS)('are answered by props that exist, and that the example shows: $worry', ({ answer }) => {
    const props = codesIn(answer).filter(isProp);
    expect(props.filter((prop) => !hasProp(UNDERSTUDY_PROPS, placeOf(prop)))).toEqual([]);
    const names = props.map((prop) => placeOf(prop).at(-1) ?? '');
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(EXAMPLE))).toEqual([]);
  });

  test.each(ROWS)('have an answer, and a picture that exists where there is one: $worry', (row) => {
    expect(codesIn(row.answer).length).toBeGreaterThan(0);
    const [, picture] = /\]\((.+)\)/.exec(row.picture) ?? [];
    expect(picture === undefined || existsSync(join(ROOT, picture))).toBe(true);
  });
});
