import { findMistakes } from '../../../lib/validation/validate-props';
import { fullProps } from '../../helpers/full-props';

/** What nobody expects anywhere. */
const VALUES: readonly unknown[] = [
  undefined,
  null,
  Number.NaN,
  '',
  true,
  [],
  {},
  [null],
  Symbol('s'),
  new Map(),
];

type Path = readonly (string | number)[];

const isPlain = (value: unknown): value is object =>
  Array.isArray(value) || (typeof value === 'object' && value?.constructor === Object);

/** The paths to all that plain objects and lists hold, at any depth. */
const pathsIn = (value: unknown, path: Path = []): readonly Path[] =>
  isPlain(value)
    ? Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...pathsIn(inner, [...path, key])])
    : [];

function withValue(at: unknown, [key = '', ...rest]: Path, value: unknown): unknown {
  const inner = (at as Record<string | number, unknown>)[key];
  const changed = rest.length === 0 ? value : withValue(inner, rest, value);
  return Array.isArray(at) ? at.with(Number(key), changed) : { ...(at as object), [key]: changed };
}

const FULL = fullProps();

test('good props have no mistakes', () => {
  expect(findMistakes(FULL)).toEqual([]);
});

test('no value at any depth ends in anything but mistakes by name', () => {
  const paths = pathsIn(FULL);
  expect(paths.length).toBeGreaterThan(100);
  const found = paths.flatMap((path) =>
    VALUES.flatMap((value) => findMistakes(withValue(FULL, path, value) as never)),
  );
  expect(found.length).toBeGreaterThan(paths.length);
  expect(found.filter((mistake) => !/^[a-z][\w[\].-]*(\["[^"]+"\])?: \S/i.test(mistake))).toEqual([]);
});
