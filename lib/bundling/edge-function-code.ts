import type { BuildOptions } from 'esbuild';
import { bundle } from './bundle';
import { cachedBundle } from './bundle-cache';

/**
 * What CloudFront allows a function to have.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-functions
 */
const MAX_BYTES = 10_240;

/**
 * What AWS's list of this runtime's features does not have. esbuild refuses what it can't rewrite.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */
const UNSUPPORTED = {
  'array-spread': false,
  class: false,
  'default-argument': false,
  destructuring: false,
  'for-of': false,
  generator: false,
  'object-extensions': false,
  'object-rest-spread': false,
  'optional-catch-binding': false,
};

const OPTIONS = {
  minifyWhitespace: true,
  format: 'esm',
  target: 'es2018',
  supported: UNSUPPORTED,
  charset: 'ascii',
  legalComments: 'none',
  tsconfigRaw: {},
  // Given by the runtime.
  external: ['cloudfront'],
};

/** What a CloudFront Function is made of. */
export interface EdgeFunctionSource {
  /** A file that exports a function `handler`. */
  readonly entryPoint: string;
  /** What stands for names in it, as JSON. */
  readonly define: Readonly<Record<string, unknown>>;
  /** What to say when it is larger than CloudFront allows. */
  readonly tooLarge: (bytes: number, most: number) => string;
}

/**
 * The code of a CloudFront Function, with what it imports: one script with a function `handler`, as CloudFront wants it,
 * in syntax that JavaScript runtime 2.0 knows. What it imports of the runtime stands in its first line.
 * @throws Error at synth, when the code is larger than CloudFront allows
 */
export function edgeFunctionCode({ entryPoint, define, tooLarge }: EdgeFunctionSource): string {
  const defined = Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)]);
  const options = { ...OPTIONS, entryPoints: [entryPoint], define: Object.fromEntries(defined) };
  const bundled = cachedBundle(JSON.stringify(options), () => bundle(options as BuildOptions));
  const code = withImportFirst(bundled.replace(/export\{handler\};\s*$/, ''));
  const bytes = Buffer.byteLength(code);
  if (bytes > MAX_BYTES) throw new Error(tooLarge(bytes, MAX_BYTES));
  return code;
}

/** AWS wants the import in the first line; the bundler leaves one for each module that has it, wherever it comes. */
function withImportFirst(code: string): string {
  const [first, ...others] = [...code.matchAll(IMPORT)].map(([, name = '']) => name);
  if (first === undefined) return code;
  const same = others.map((name) => `var ${name}=${first};`).join('');
  return `import ${first} from 'cloudfront';\n${same}${code.replaceAll(IMPORT, '')}`;
}

const IMPORT = /\bimport (\w+) from"cloudfront";/g;
