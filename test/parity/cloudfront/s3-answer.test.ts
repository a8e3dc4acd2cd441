import { s3Answer } from '../../../lib/rehearsal/aws/cloudfront/rules/s3-answer';

const source = 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html';
const readable = {
  method: 'GET',
  objectExists: true,
  mayGetObject: true,
  mayListBucket: false,
  forwardsHost: false,
};

describe(`S3 origin (${source})`, () => {
  test.each([
    ['an object', {}, 200],
    ['an object to HEAD', { method: 'HEAD' }, 200],
    ['nothing to those who may list', { objectExists: false, mayListBucket: true }, 404],
    ['nothing to those who may not list', { objectExists: false }, 403],
    ['nothing to those who may not read', { mayGetObject: false, mayListBucket: true }, 403],
    ["nothing to the viewer's Host", { forwardsHost: true }, 403],
    ['nothing to POST', { method: 'POST' }, 405],
    ['nothing to OPTIONS', { method: 'OPTIONS' }, 405],
  ])('gives %s', (_name, but, status) => {
    expect(s3Answer({ ...readable, ...but }).status).toBe(status);
  });

  test('tells a missing object from a denied one in its reason', () => {
    expect(s3Answer({ ...readable, objectExists: false }).because).toBe(
      'there is no such object, and s3:ListBucket is not allowed',
    );
  });
});
