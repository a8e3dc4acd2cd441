/** What an AWS service says of something that it refuses. */
export interface Mistake {
  /** In the service's own words, as its API or guide has them. */
  readonly reason: string;
  /** What is allowed, or what to do. */
  readonly remedy: string;
  /** The property that is to blame, below the value that was looked at. @default - the value itself */
  readonly property?: string;
  /** What it has. @default - the value that was looked at */
  readonly got?: unknown;
}

/** One thing that a service refuses in a resource. */
export interface Limit {
  /** Where it holds: names joined by dots, `[]` for each element of a list, `*` for each value; '' for the resource itself. */
  readonly at: string;
  /** @returns undefined for what the service takes, and for what can't be judged */
  readonly mistakeIn: (value: unknown) => Mistake | undefined;
  /** Where AWS says so. */
  readonly source: string;
}

/** The limits of one type of resource. */
export interface ResourceLimits {
  /** As in CloudFormation. */
  readonly type: string;
  /** Who refuses. */
  readonly service: string;
  readonly limits: readonly Limit[];
}

/** Stands for a value that is not known before a deployment: it breaks no limit. */
export const UNKNOWN: unique symbol = Symbol('unknown');

/**
 * Everything that a service would refuse in a resource, in the order of its limits.
 *
 * @param properties with {@link UNKNOWN} in the place of what is not known
 * @returns a line for each, to go behind the resource's name
 */
export function refusals(
  { service, limits }: ResourceLimits,
  properties: Readonly<Record<string, unknown>>,
): readonly string[] {
  return limits.flatMap(({ at, mistakeIn, source }) =>
    valuesAt(properties, at === '' ? [] : at.split('.'), '').flatMap(({ where, value }) => {
      const mistake = value === UNKNOWN ? undefined : mistakeIn(value);
      if (mistake === undefined) {
        return [];
      }
      const { reason, remedy, property, got = value } = mistake;
      const path = [where, property].filter((part) => part !== undefined && part !== '');
      const below = path.map((part) => `.${part}`).join('');
      return [`${below}: ${service} refuses it ("${reason}"), got ${textOf(got)}; ${remedy} (${source})`];
    }),
  );
}

interface Found {
  readonly where: string;
  readonly value: unknown;
}

/** A property that is not there has no value to judge. */
function valuesAt(value: unknown, [name, ...rest]: readonly string[], where: string): readonly Found[] {
  if (name === undefined) {
    return value === undefined ? [] : [{ where, value }];
  }
  if (name === '*') {
    return Object.entries(recordIn(value)).flatMap(([key, inner]) =>
      valuesAt(inner, rest, `${where}.${key}`),
    );
  }
  const isList = name.endsWith('[]');
  const key = isList ? name.slice(0, -2) : name;
  const inner = recordIn(value)[key];
  const path = where === '' ? key : `${where}.${key}`;
  if (!isList) {
    return valuesAt(inner, rest, path);
  }
  return listIn(inner).flatMap((item, index) => valuesAt(item, rest, `${path}[${index}]`));
}

/** An object, or an empty one for everything else. */
export function recordIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

/** A list, or an empty one for everything else. */
export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** CloudFormation takes numbers as text, too. @returns undefined for what is no number */
export function numberIn(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && !Number.isNaN(number) ? number : undefined;
}

/** JSON, cut short where it is long. */
function textOf(value: unknown): string {
  const text =
    JSON.stringify(value, (_, inner: unknown) => (inner === UNKNOWN ? '(not known)' : inner)) ?? 'nothing';
  return text.length > 200 ? `${text.slice(0, 197)}...` : text;
}
