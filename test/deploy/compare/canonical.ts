/**
 * A value as CloudFormation's templates and the services' APIs both can say it: keys without regard to case, lists without
 * the wrapper that CloudFront puts around them, documents read instead of compared as text.
 *
 * @see https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Aliases.html
 */
export function canonical(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(canonical);
  }
  if (typeof value === 'object' && value !== null) {
    return canonicalObject(value);
  }
  return typeof value === 'string' ? canonicalText(value) : String(value);
}

function canonicalObject(value: object): unknown {
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => [key.toLowerCase(), item]);
  const wrapped = unwrapped(Object.fromEntries(entries));
  return wrapped === undefined
    ? Object.fromEntries(entries.map(([key, item]) => [key, canonical(item)]))
    : canonical(wrapped);
}

/** The list in `{ Quantity, Items }`, or undefined where there is more to it. */
function unwrapped(value: Record<string, unknown>): unknown[] | undefined {
  const keys = Object.keys(value);
  const isWrapper = keys.length > 0 && keys.every((key) => key === 'quantity' || key === 'items');
  return isWrapper ? ((value.items as unknown[] | undefined) ?? []) : undefined;
}

function canonicalText(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) {
    return text;
  }
  try {
    return canonical(JSON.parse(text));
  } catch {
    return text;
  }
}
