/** What a rule hands to one of its targets. */
export interface TargetInput {
  /** JSON that takes the event's place. */
  readonly constant?: string;
  /** The part of the event that is handed on, such as `$.detail`. */
  readonly path?: string;
  /** JSON with placeholders such as `<name>`, and where in the event each name's value is. */
  readonly transformer?: {
    readonly paths: Readonly<Record<string, string>>;
    readonly template: string;
  };
}

/** A string of the template, in which values stand as they are, or a placeholder outside of any. */
const STRING_OR_PLACEHOLDER = /"(?:[^"\\]|\\.)*"|<([^<>\s]+)>/g;
const PLACEHOLDER = /<([^<>\s]+)>/g;

/**
 * What a target gets of an event: the event itself unless the rule says otherwise. Emulation: a path that leads nowhere
 * hands on null, and that of a placeholder an empty text; the variables that EventBridge itself defines are not modelled.
 *
 * @throws Error for a placeholder that nothing defines
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export function targetInput({ constant, path, transformer }: TargetInput, event: unknown): unknown {
  if (constant !== undefined) {
    return jsonOr(constant);
  }
  if (path !== undefined) {
    return valueAt(event, path) ?? null;
  }
  if (transformer === undefined) {
    return event;
  }
  const filledIn = (name: string): unknown => {
    const where = Object.hasOwn(transformer.paths, name) ? transformer.paths[name] : undefined;
    if (where !== undefined) {
      return valueAt(event, where) ?? '';
    }
    throw new Error(`Targets: no path leads to the value of <${name}>; add it to InputPathsMap`);
  };
  // Inside a string a text stands without quotes of its own; elsewhere it is JSON, as every other value is.
  const inString = (_: string, name: string): string => {
    const value = filledIn(name);
    return JSON.stringify(typeof value === 'string' ? value : JSON.stringify(value)).slice(1, -1);
  };
  return jsonOr(
    transformer.template.replace(STRING_OR_PLACEHOLDER, (found, name: string | undefined) =>
      name === undefined ? found.replace(PLACEHOLDER, inString) : JSON.stringify(filledIn(name)),
    ),
  );
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What is at a path such as `$.detail.metrics[0]`; undefined where nothing is. */
function valueAt(event: unknown, path: string): unknown {
  const names = path.match(/[^.[\]'"$]+/g) ?? [];
  return names.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Readonly<Record<string, unknown>>)[name]
        : undefined,
    event,
  );
}
