const everything = require('../jest.config');

/** What `npm run test:fast` leaves to `npm test`, each with its reason. */
const SLOW = {
  'start a browser': ['browser/', 'pictures/'],
  'pack and install the package': ['package/'],
  'measure, or prepare it': ['bench/'],
  'live through random hours': [
    'soak/',
    'lambda/status-update/exactly-once.property',
    'lambda/status-update/failover/hold-ends.property',
    'lambda/status-update/every-step',
  ],
  'prepare a deployment to an emulator': ['deploy/'],
  'run the linter, the type check or every policy': [
    'house/',
    'doors',
    'permissions/',
    'monitoring/alarms/cdk-nag',
  ],
  'play over real HTTP': ['rehearsal/live/'],
  'synthesize many pairs of templates': ['operator/verify/update/'],
  'play many scenarios': [
    'rehearsal/judge/verdict/sabotage',
    'rehearsal/run/',
    'rehearsal/report/html/',
    'rehearsal/scenario/built-in',
    'rehearsal/healthy-stores',
    'rehearsal/slow-closes',
    'rehearsal/many-endpoints',
    'rehearsal/channels',
    'rehearsal/held-failover',
    'rehearsal/unconfirmed',
    'rehearsal/composed-faults',
    'rehearsal/second-contact',
    'rehearsal/platform-status',
    'rehearsal/latency-alarm',
    'rehearsal/two-stores',
    'rehearsal/play/world/world',
    'operator/init/small',
    'rehearsal/status-updates/',
    'rehearsal/judge/prediction/unknown-ranges.property',
    'rehearsal/play/shoppers/population.property',
    'rehearsal/report/build-report',
    'testing/',
    'readme/quotes',
  ],
  'start the CDK CLI or other programs': [
    'bin/',
    'rehearsal/cli/',
    'rehearsal/aws/cloudfront/cloudfront-function',
    'monitoring/channels/chat-ack',
    'readme/snippets',
    'load',
    'operator/preview/follow-app',
  ],
};

/** @type {import('jest').Config} */
module.exports = {
  ...everything,
  rootDir: '..',
  testPathIgnorePatterns: Object.values(SLOW)
    .flat()
    .map((path) => `<rootDir>/test/${path}`),
};
