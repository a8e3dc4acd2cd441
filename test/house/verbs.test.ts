import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, sourcesIn } from './sources';

/** Named functions, each with what it returns where that is written. */
function declared(source: string): readonly { readonly name: string; readonly returns: string }[] {
  const found = source.matchAll(/^(?:export )?(?:async )?function (\w+)[^{]*?\)(?:: ([^{]+))? \{$/gms);
  return [...found].map(([, name = '', returns = '']) => ({ name, returns }));
}

const MISTAKES = /^(readonly )?string\[\]$/;

/** What is wrong with the verb of a function; undefined when nothing is. */
function wrongVerb({
  name,
  returns,
}: {
  readonly name: string;
  readonly returns: string;
}): string | undefined {
  if (/^(refuse|check|assert)[A-Z]/.test(name) && name !== 'assertHolds') {
    return `${name}: is validate... where it returns mistakes, require... where it throws`;
  }
  if (/^validate[A-Z]/.test(name) && !MISTAKES.test(returns)) {
    return `${name}: returns mistakes, got ${returns}`;
  }
  return /^require[A-Z]/.test(name) && MISTAKES.test(returns)
    ? `${name}: throws, so what returns mistakes is validate...`
    : undefined;
}

test('what is called validate returns mistakes, and what is called require throws', () => {
  const found = sourcesIn('lib', 'lambda').flatMap((path) =>
    declared(readFileSync(join(ROOT, path), 'utf8')).flatMap((one) => wrongVerb(one) ?? []),
  );
  expect(found).toEqual([]);
});

test.each([
  ['function refuseApex(prop: string): string[] {', 'refuseApex: is validate'],
  ['export function assertNone(\n  one: string,\n): void {', 'assertNone: is validate'],
  ['function validateName(name: string): boolean {', 'validateName: returns mistakes, got boolean'],
  ['function requireName(name: string): readonly string[] {', 'requireName: throws'],
])('%s is found', (source, because) => {
  expect(declared(source).map(wrongVerb)).toEqual([expect.stringContaining(because)]);
});

test.each([
  'function requireName({ a }: Named): void {',
  'export function requireName(name: string): Name {',
  'function validateName({ a }: Named, b = 1): string[] {',
  'function checkers(one: number): string {',
])('%s is taken', (source) => {
  expect(declared(source).map(wrongVerb)).toEqual([undefined]);
});
