import { INTRINSIC_FUNCTIONS, isIntrinsic } from '../../../lib/rehearsal/aws/assembly/intrinsic-functions';

/** What a deployed stack calls its resources. */
export interface Names {
  /** What `Ref` gives, by logical id or pseudo parameter. */
  readonly refs: ReadonlyMap<string, string>;
  /** What `Fn::GetAtt` gives, by `LogicalId.Attribute`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly mappings: Readonly<Record<string, Record<string, Record<string, unknown>>>>;
}

/**
 * The value with every intrinsic function evaluated against what is really there.
 * @throws Error naming what the deployment has no name for
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function resolve(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => resolve(item, names));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value);
  const [name, argument] = entries[0] ?? [];
  if (entries.length === 1 && name !== undefined && isIntrinsic(name)) {
    return intrinsic(name, argument, names);
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, resolve(item, names)]));
}

function intrinsic(name: string, argument: unknown, names: Names): unknown {
  const evaluate = INTRINSIC_FUNCTIONS[name];
  if (evaluate === undefined) {
    throw new Error(
      `${name} can't be evaluated; add it to lib/rehearsal/aws/assembly/intrinsic-functions.ts`,
    );
  }
  return evaluate({
    argument,
    where: { stackName: '', logicalId: '', type: '', properties: {} },
    evaluate: (item) => resolve(item, names),
    text: (item) => String(resolve(item, names)),
    ref: (id) => known(names.refs, id),
    attribute: (id, attribute) => known(names.attributes, `${id}.${attribute}`),
    condition: (condition) => unsupported(`condition ${condition}`),
    mapping: (map, top, second) => names.mappings[map]?.[top]?.[second],
    output: (stackName, output) => unsupported(`output ${output} of ${stackName}`),
    exported: (exportName) => unsupported(`export ${exportName}`),
  });
}

function known(names: ReadonlyMap<string, string>, name: string): string {
  return names.get(name) ?? unsupported(name);
}

function unsupported(what: string): never {
  throw new Error(`the deployed stack has no value for ${what}`);
}
