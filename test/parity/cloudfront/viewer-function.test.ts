import { viewerResponseFunctionRuns } from '../../../lib/rehearsal/aws/cloudfront/rules/viewer-function';

const source =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-cloudfront-trigger-events.html';
const restrictions =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html#function-restrictions-status-codes';

describe(`Viewer-response function (${source}, ${restrictions})`, () => {
  test.each([
    ['on status 200', { originStatus: 200 }, true],
    ['on status 399', { originStatus: 399 }, true],
    ['not on status 400', { originStatus: 400 }, false],
    ['not on status 503', { originStatus: 503 }, false],
    ['not on a custom error page', { originStatus: 200, isCustomErrorPage: true }, false],
  ])('runs %s', (_name, but, runs) => {
    expect(viewerResponseFunctionRuns({ isCustomErrorPage: false, ...but }).runs).toBe(runs);
  });
});
