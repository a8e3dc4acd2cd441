import { Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { isLookedUpLater } from './unknown';

/** What is wrong with one prop. */
export interface Mistake {
  /** The prop's path as the user wrote it, for example `healthChecks.endpoints[0].path`. */
  readonly prop: string;
  /** Completes the sentence "the prop ...", for example `must start with a slash`. */
  readonly problem: string;
  /** What was found there. */
  readonly got: unknown;
  /** What is allowed, or what to do. */
  readonly remedy: string;
}

/** One line of text about a mistake. */
export function describeMistake({ prop, ...complaint }: Mistake): string {
  return `${prop}: ${describeComplaint(complaint)}`;
}

/** What is said of a mistake behind the prop's name. */
export function describeComplaint({ problem, got, remedy }: Omit<Mistake, 'prop'>): string {
  return `${problem}, got ${show(got)}; ${remedy}`;
}

/** What a token is called. */
export const TOKEN = 'a value that only a deployment knows';

/** Enough to recognize a value by. */
const MAX_LENGTH = 300;

/** A value as the user wrote it. Props come from JavaScript too, so it may be anything. */
export function show(value: unknown): string {
  if (value === undefined) {
    return 'nothing';
  }
  if (value === TOKEN || isToken(value)) {
    return TOKEN;
  }
  if (isLookedUpLater(value)) {
    return 'a value that CDK has yet to look up';
  }
  const shown = isOfClass(value) ? nameOfClass(value) : asJson(value);
  return shown.length > MAX_LENGTH ? `${shown.slice(0, MAX_LENGTH)}…` : shown;
}

/** An entry of a list that is a token can be told only in a list. A stack can resolve values, but is none. */
const isToken = (value: unknown): boolean =>
  !Construct.isConstruct(value) && (Token.isUnresolved(value) || Token.isUnresolved([value]));

const isOfClass = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !['Object', undefined].includes(value.constructor?.name);

/** CDK's own classes have numbers behind their names. */
const nameOfClass = (value: object): string => `a ${value.constructor.name.replace(/\d+$/, '')}`;

/** JSON has no word for functions, symbols and some numbers, and none for what holds itself, as constructs do. */
function asJson(value: unknown): string {
  if (typeof value === 'function') {
    return 'a function';
  }
  try {
    const json: string | undefined = JSON.stringify(value, (_key, inner) => {
      if (typeof inner === 'number' && !Number.isFinite(inner)) {
        return String(inner);
      }
      return isOfClass(inner) ? nameOfClass(inner) : inner;
    });
    return json ?? String(value);
  } catch {
    return typeof value === 'object' ? 'a value that holds itself' : String(value);
  }
}
