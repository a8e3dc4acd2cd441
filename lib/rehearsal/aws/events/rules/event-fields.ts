import { isObject, type Scalar } from './comparison';

/** In which element of which array something lies, by the arrays' numbers; empty outside of arrays. */
export type ArrayMembership = ReadonlyMap<number, number>;

/** A leaf of an event. */
export interface EventField {
  readonly value: Scalar;
  readonly membership: ArrayMembership;
}

/**
 * The leaves of an event, by the names that lead to them, joined by dots. Arrays are flattened: each element is a leaf of
 * its own, arrays in arrays as well, and an empty one is none. Objects are no leaves.
 *
 * @see https://github.com/aws/event-ruler
 */
export function eventFields(event: unknown): ReadonlyMap<string, readonly EventField[]> {
  const found = new Map<string, EventField[]>();
  let arrays = 0;
  const walk = (value: unknown, path: string, membership: ArrayMembership): void => {
    if (Array.isArray(value)) {
      const array = arrays;
      arrays += 1;
      for (const [index, element] of value.entries()) {
        const isInner = typeof element === 'object' && element !== null;
        walk(element, path, isInner ? new Map(membership).set(array, index) : membership);
      }
      return;
    }
    if (isObject(value)) {
      for (const [name, inner] of Object.entries(value)) {
        walk(inner, path === '' ? name : `${path}.${name}`, membership);
      }
      return;
    }
    const fields = found.get(path) ?? [];
    found.set(path, fields);
    fields.push({ value: value as Scalar, membership });
  };
  walk(isObject(event) ? event : {}, '', new Map());
  return found;
}

/** Where both lie, unless they lie in different elements of one array. */
export function commonMembership(one: ArrayMembership, other: ArrayMembership): ArrayMembership | undefined {
  for (const [array, index] of other) {
    const known = one.get(array);
    if (known !== undefined && known !== index) {
      return undefined;
    }
  }
  return new Map([...one, ...other]);
}
