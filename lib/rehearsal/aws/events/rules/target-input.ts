/** What a rule hands to one of its targets. */
export interface TargetInput {
  /** JSON that takes the event's place. */
  readonly constant?: string;
  /** The part of the event that is handed on, such as `$.detail`. */
  readonly path?: string;
  /** A text or JSON with placeholders such as `<name>`, and where in the event each name's value is. */
  readonly transformer?: {
    readonly paths: Readonly<Record<string, string>>;
    readonly template: string;
  };
}

/** The rule that hands something on, for the variables that EventBridge itself defines. */
export interface HandingRule {
  readonly arn: string;
  readonly name: string;
}

/** A string of the template, in which values stand as they are, or a placeholder outside of any. */
const STRING_OR_PLACEHOLDER = /"(?:[^"\\]|\\.)*"|<([^<>\s]+)>/g;
const PLACEHOLDER = /<([^<>\s]+)>/g;

/**
 * What a target gets of an event: the event itself unless the rule says otherwise. Emulation: a path that leads nowhere
 * hands on null, and paths with wildcards are not modelled.
 *
 * @returns undefined when EventBridge delivers nothing, because what a template comes to is no JSON
 * @throws Error for a placeholder that nothing defines, and for a path that is not modelled
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export function targetInput(target: TargetInput, event: unknown, rule: HandingRule): unknown {
  const { constant, path, transformer } = target;
  if (constant !== undefined) {
    return jsonIn(constant);
  }
  if (path !== undefined) {
    return valueAt(event, path) ?? null;
  }
  return transformer === undefined ? event : filledIn(transformer, event, rule);
}

function filledIn(
  { paths, template }: NonNullable<TargetInput['transformer']>,
  event: unknown,
  rule: HandingRule,
): unknown {
  const filler = (name: string): unknown => {
    const where = Object.hasOwn(paths, name) ? paths[name] : undefined;
    return (where === undefined ? predefined(name, event, rule) : valueAt(event, where)) ?? '';
  };
  const isText = template.trimStart().startsWith('"');
  const inString = (_: string, name: string): string => textOf(filler(name), isText);
  return jsonIn(
    template.replace(STRING_OR_PLACEHOLDER, (found, name: string | undefined) =>
      name === undefined ? found.replace(PLACEHOLDER, inString) : JSON.stringify(filler(name)),
    ),
  );
}

/**
 * A value between quotes. EventBridge escapes nothing: a text that has quotes makes no JSON, and so does an object or a
 * list in a JSON template. In a template that is one text, objects and lists lose all their quotes.
 */
function textOf(value: unknown, isText: boolean): string {
  if (typeof value === 'string') {
    return value;
  }
  const json = JSON.stringify(value);
  return isText ? json.replace(/\\?"/g, '') : json;
}

/** Emulation: the rule gets the event when it happens. */
function predefined(name: string, event: unknown, rule: HandingRule): unknown {
  switch (name) {
    case 'aws.events.rule-arn':
      return rule.arn;
    case 'aws.events.rule-name':
      return rule.name;
    case 'aws.events.event.ingestion-time':
      return valueAt(event, '$.time');
    case 'aws.events.event':
      return withoutDetail(event);
    case 'aws.events.event.json':
      return event;
    default:
      throw new Error(
        `Targets: InputTemplate contains invalid placeholder ${name}, got <${name}>; add it to InputPathsMap`,
      );
  }
}

/** This variable calls the type of the event `detailType`, and lacks its detail. */
function withoutDetail(event: unknown): unknown {
  const { detail: _, 'detail-type': detailType, ...others } = event as Readonly<Record<string, unknown>>;
  return { ...others, detailType };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is at a path such as `$.detail.metrics[0]`; undefined where nothing is. */
function valueAt(event: unknown, path: string): unknown {
  if (path.includes('*')) {
    throw new Error(`Targets: a path with a wildcard is not modelled, got ${path}; name what it leads to`);
  }
  const names = path.match(/[^.[\]'"$]+/g) ?? [];
  return names.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Readonly<Record<string, unknown>>)[name]
        : undefined,
    event,
  );
}
