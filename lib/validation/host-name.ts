import { describeMistake } from './mistake';
import { isUnknown } from './unknown';

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const MAX_LENGTH = 253;

/** Whether a name has at least two labels of lower-case letters, digits and dashes. */
export function isHostName(name: string): boolean {
  const labels = name.split('.');
  return name.length <= MAX_LENGTH && labels.length > 1 && labels.every((label) => LABEL.test(label));
}

/** The name of a zone as it is written in props: Route 53 itself appends a dot. */
export function withoutTrailingDot(name: string): string {
  return name.endsWith('.') ? name.slice(0, -1) : name;
}

/** Whether a name is the zone's own or below it. */
export function liesInZone(name: string, zoneName: string): boolean {
  const zone = withoutTrailingDot(zoneName);
  return name === zone || name.endsWith(`.${zone}`);
}

/** Mistakes in a host name that a record or a health check uses. */
export function validateHostName(prop: string, name: string): string[] {
  if (isUnknown(name) || isHostName(name)) {
    return [];
  }
  const remedy = 'write letters in lower case, without scheme, port, path, wildcard or trailing dot';
  return [describeMistake({ prop, problem: 'must be a host name', got: name, remedy })];
}

/** Mistakes in a name that this stack makes records for. */
export function validateNameInZone(prop: string, name: string, zoneName: string): string[] {
  const mistakes = validateHostName(prop, name);
  if (mistakes.length > 0 || isUnknown(name) || isUnknown(zoneName) || liesInZone(name, zoneName)) {
    return mistakes;
  }
  const remedy = `choose a name in ${withoutTrailingDot(zoneName)} or another zone`;
  return [describeMistake({ prop, problem: 'must lie in hostedZone.zoneName', got: name, remedy })];
}
