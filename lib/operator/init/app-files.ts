import { HOME_REGION } from '../../../lambda/shared/contract/home-region';
import type { Answers } from './answers';
import { print } from './code';
import { storeCode } from './store-code';

/** Tested together; a test holds them to those of this package. */
export const VERSIONS = {
  'aws-cdk-lib': '2.276.0',
  constructs: '10.8.1',
  'aws-cdk': '2.1148.1',
  tsx: '4.23.15',
  typescript: '7.0.2',
  '@types/node': '24.19.2',
} as const;

/** The store, described. */
export function storeFile(answers: Answers): string {
  const code = print(storeCode(answers));
  const imports = code.includes('Duration.') ? "import { Duration } from 'aws-cdk-lib';\n" : '';
  return `${imports}import { StoreTarget, type UnderstudyProps } from 'understudy';

/**
 * The store, described: "npx understudy rehearse" plays outages through it, "npx cdk deploy" makes it
 * real. Where the zone has records of the shop already, deploy with cutOver: false first.
 */
export const store: UnderstudyProps = ${code};
`;
}

/** The app around it. @param storePath without extension, from the app's folder */
export const appFile = (storePath: string): string => `import { App, Stack } from 'aws-cdk-lib';
import { PropsError, Understudy } from 'understudy';
import { store } from '${storePath}';

try {
  const stack = new Stack(new App(), 'Understudy', {
    // Wherever the store runs: CloudFront takes its certificate there, and Route 53 reports there only.
    env: { region: '${HOME_REGION}' },
    terminationProtection: true,
  });
  new Understudy(stack, 'Understudy', store);
} catch (error) {
  if (!(error instanceof PropsError)) throw error;
  console.error(error.message);
  process.exit(1);
}
`;

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

export const CDK_JSON = json({
  app: 'npx tsx bin/understudy.ts',
  context: {
    '@aws-cdk/core:validateAgainstDefaultRules': true,
    '@aws-cdk/aws-cloudfront:defaultViewerProtocolPolicyRedirectToHttps': true,
    '@aws-cdk/aws-cloudfront:defaultFunctionRuntimeV2_0': true,
    '@aws-cdk/aws-lambda:useCdkManagedLogGroup': true,
    '@aws-cdk/aws-iam:minimizePolicies': true,
    '@aws-cdk/aws-s3:createDefaultLoggingPolicy': true,
    '@aws-cdk/aws-s3:publicAccessBlockedByDefault': true,
  },
});

const { 'aws-cdk-lib': cdk, constructs, ...forDevelopers } = VERSIONS;

export const PACKAGE_JSON = json({
  name: 'store-understudy',
  private: true,
  type: 'commonjs',
  scripts: { rehearse: 'understudy rehearse', synth: 'cdk synth --quiet', deploy: 'cdk deploy' },
  // This package itself comes from where it was made: "understudy" on npm is something else.
  dependencies: { 'aws-cdk-lib': cdk, constructs },
  devDependencies: forDevelopers,
});

export const TSCONFIG_JSON = json({
  compilerOptions: {
    target: 'es2023',
    module: 'nodenext',
    strict: true,
    noUncheckedIndexedAccess: true,
    types: ['node'],
    noEmit: true,
  },
  include: ['bin', 'lib'],
});

export const GITIGNORE = 'node_modules/\ncdk.out/\n.understudy/\n';
