import type { HealthChecksProps, WatchedEndpoint } from '../understudy-props';
import { validateHostName } from './host-name';
import { describeMistake } from './mistake';
import { validateInteger, validateLength } from './ranges';
import { isUnknown } from './unknown';
import { validateEncoding } from './validate-encoding';

const PROP = 'healthChecks';
const ENDPOINTS = `${PROP}.endpoints`;
const INTERVALS_SECONDS = [10, 30];
const ENDPOINT_NAME = /^[a-z][a-z0-9-]{0,31}$/;
/** Route 53's limit for the path with its query, and for the text to look for. */
const MAX_LENGTH = 255;

/** Mistakes in what is probed. */
export function validateHealthChecks(
  props: HealthChecksProps,
  namesThatFailOver: readonly string[],
): string[] {
  const { endpoints } = props;
  return [
    ...validateInterval(props),
    ...validateInteger(`${PROP}.failureThreshold`, props.failureThreshold, { min: 1, max: 10 }),
    ...validateCritical(endpoints),
    ...endpoints.flatMap((endpoint, index) => [
      ...validateName(endpoints, index),
      ...validateProbe(`${ENDPOINTS}[${index}]`, endpoint, namesThatFailOver),
    ]),
  ];
}

function validateInterval({ interval }: HealthChecksProps): string[] {
  const seconds = interval?.toSeconds({ integral: false });
  if (seconds === undefined || INTERVALS_SECONDS.includes(seconds)) {
    return [];
  }
  const remedy = 'Route 53 probes every 10 or every 30 seconds';
  return [
    describeMistake({ prop: `${PROP}.interval`, problem: 'must be 10 or 30 seconds', got: seconds, remedy }),
  ];
}

function validateCritical(endpoints: readonly WatchedEndpoint[]): string[] {
  if (endpoints.length === 0) {
    const remedy = 'watch the home page at least';
    return [describeMistake({ prop: ENDPOINTS, problem: 'must have an endpoint', got: [], remedy })];
  }
  if (endpoints.some(({ critical }) => critical)) {
    return [];
  }
  const problem = 'must have a critical endpoint';
  const remedy = 'set critical: true where the store counts as down when that endpoint is';
  return [describeMistake({ prop: ENDPOINTS, problem, got: endpoints.map(({ name }) => name), remedy })];
}

function validateName(endpoints: readonly WatchedEndpoint[], index: number): string[] {
  const prop = `${ENDPOINTS}[${index}].name`;
  const names = endpoints.map(({ name }) => name);
  const got = names[index] ?? '';
  if (!ENDPOINT_NAME.test(got)) {
    const remedy = 'up to 32 lower-case letters, digits and dashes, a letter first';
    return [describeMistake({ prop, problem: 'must be a short word', got, remedy })];
  }
  if (got === 'store') {
    const remedy = 'choose another word';
    return [describeMistake({ prop, problem: 'is reserved for the alarm on the whole store', got, remedy })];
  }
  if (names.indexOf(got) < index) {
    const remedy = 'alarms and messages tell endpoints apart by it';
    return [describeMistake({ prop, problem: 'must be unique', got, remedy })];
  }
  return [];
}

function validateProbe(
  prop: string,
  endpoint: WatchedEndpoint,
  namesThatFailOver: readonly string[],
): string[] {
  return [
    ...validatePath(`${prop}.path`, endpoint.path),
    ...validateInteger(`${prop}.restoreOrder`, endpoint.restoreOrder, { min: 1, max: 100 }),
    ...(endpoint.searchString === false
      ? []
      : validateLength(`${prop}.searchString`, endpoint.searchString, { min: 1, max: MAX_LENGTH })),
    ...(endpoint.hostName === undefined
      ? []
      : validateProbedName(`${prop}.hostName`, endpoint.hostName, namesThatFailOver)),
  ];
}

function validatePath(prop: string, path: string): string[] {
  if (!isUnknown(path) && !path.startsWith('/')) {
    const remedy = 'write path and query only, such as /checkout?probe=1';
    return [describeMistake({ prop, problem: 'must start with a slash', got: path, remedy })];
  }
  return [...validateEncoding(prop, path), ...validateLength(prop, path, { min: 1, max: MAX_LENGTH })];
}

/** A name that fails over answers with the emergency page, so the store would never be seen to recover. */
function validateProbedName(prop: string, name: string, namesThatFailOver: readonly string[]): string[] {
  const mistakes = validateHostName(prop, name);
  if (mistakes.length > 0 || !namesThatFailOver.includes(name)) {
    return mistakes;
  }
  const remedy = 'leave it out with IP targets, or give the store a second name that never fails over';
  return [describeMistake({ prop, problem: 'must not be a name that fails over', got: name, remedy })];
}
