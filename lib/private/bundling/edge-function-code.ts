import type { BuiltInEdgeFunction } from './built-in';
import { builtInBundle } from './built-in-bundle';

/**
 * What CloudFront allows a function to have.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-functions
 */
const MAX_BYTES = 10_240;

/** What a CloudFront Function is made of. */
export interface EdgeFunctionSource {
  readonly name: BuiltInEdgeFunction;
  /** The name by which it reads its settings. */
  readonly variable: 'SETTINGS' | 'STORE_REQUEST';
  /** Those that it does not read are left out. */
  readonly settings: object;
  /** What to say when it is larger than CloudFront allows. */
  readonly tooLarge: (bytes: number, most: number) => string;
}

/**
 * The code of a CloudFront Function, with what it imports: one script with a function `handler`, as CloudFront wants it.
 * What it imports of the runtime stands in its first line, its settings before everything that reads them.
 * @throws Error at synth, when the code is larger than CloudFront allows
 */
export function edgeFunctionCode(source: EdgeFunctionSource): string {
  const script = builtInBundle(source.name).replace(/export\{handler\};\s*$/, '');
  const [first, rest] = importAndRest(script);
  const code = `${first}${settingsIn(script, source)}${rest}`;
  const bytes = Buffer.byteLength(code);
  if (bytes > MAX_BYTES) {
    throw new Error(source.tooLarge(bytes, MAX_BYTES));
  }
  return code;
}

function settingsIn(script: string, { variable, settings }: EdgeFunctionSource): string {
  const isRead = (name: string): boolean => new RegExp(`\\b${variable}\\.${name}\\b`).test(script);
  const read = Object.entries(settings).filter(([name]) => isRead(name));
  return `var ${variable}=${asciiJson(Object.fromEntries(read))};`;
}

/** AWS does not say in which encoding a function's code is read. */
const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** AWS wants the import in the first line; the bundler leaves one for each module that has it, wherever it comes. */
function importAndRest(code: string): readonly [string, string] {
  const [first, ...others] = [...code.matchAll(IMPORT)].map(([, name = '']) => name);
  if (first === undefined) {
    return ['', code];
  }
  const same = others.map((name) => `var ${name}=${first};`).join('');
  return [`import ${first} from 'cloudfront';\n`, `${same}${code.replaceAll(IMPORT, '')}`];
}

const IMPORT = /\bimport (\w+) from"cloudfront";/g;
