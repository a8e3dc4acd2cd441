// CDK's own validation of templates takes four seconds of each test file that synthesizes. The example is validated in both
// topologies, and with nearly all props, by test/bin, which gives it an environment of its own; the alarms, the chat that
// acknowledges and the small store by suites that switch it on.
process.env.CDK_VALIDATION ??= 'false';

/** @type {import('jest').Config} What `npm test` runs: everything. The lanes are in test/lanes.js. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  testTimeout: 300_000,
  maxWorkers: '100%',
  modulePathIgnorePatterns: ['<rootDir>/cdk.out', '<rootDir>/dist', '<rootDir>/.understudy'],
};
