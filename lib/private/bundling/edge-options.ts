import type { BuildOptions } from 'esbuild';

/**
 * What AWS's list of this runtime's features does not have. esbuild refuses what it can't rewrite.
 *
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

/** How a CloudFront Function is bundled: readable in the console, in syntax that JavaScript runtime 2.0 knows. */
export const EDGE_OPTIONS: BuildOptions = {
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
