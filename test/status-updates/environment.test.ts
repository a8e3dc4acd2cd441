import { checkEnvironmentSize } from '../../lib/status-updates/environment';
import { watching } from '../helpers/mistaken-props';
import { wholeTemplate } from '../verify/update/whole-template';

const LIMIT = 4_096;
const CONTEXT = { stackName: 'Shop', alarms: 3 };
const check = (value: unknown) => () => checkEnvironmentSize({ A: value }, CONTEXT);
const TOO_LARGE = (bytes: number): string =>
  `healthChecks.endpoints: do not fit into the status-update function's environment, got ${bytes} bytes for 3 alarms; at most 4096 bytes, so watch fewer endpoints or shorten their names`;

describe('environment of the status-update function', () => {
  // {"A":"..."} has eight characters besides the value.
  test.each([
    ['a text', 'x'.repeat(LIMIT - 8)],
    ['quotes, which count twice', '"'.repeat(LIMIT / 2 - 4)],
    ['an id, of 36 characters', { 'Fn::Join': ['', ['"'.repeat((LIMIT - 8 - 36) / 2), { Ref: 'Check' }]] }],
  ])('takes %s up to the limit of Lambda', (_what, value) => {
    expect(check(value)).not.toThrow();
  });

  test.each([
    ['a text', 'x'.repeat(LIMIT - 7), 4_097],
    ['letters of three bytes', '界'.repeat((LIMIT - 7) / 3), 4_097],
    ['quotes, which count twice', '"'.repeat(LIMIT / 2 - 3), 4_098],
    ['an id', { 'Fn::Join': ['', ['x'.repeat(LIMIT - 7 - 36), { Ref: 'Check' }]] }, 4_097],
  ])('fails when %s goes beyond', (_what, value, bytes) => {
    expect(check(value)).toThrow(TOO_LARGE(bytes));
  });

  test('counts names that CloudFormation makes up', () => {
    const withNames = (A: string) => () =>
      checkEnvironmentSize({ A, B: { Ref: 'Bucket' }, C_ARN: { Ref: 'Topic' } }, CONTEXT);
    const bucket = 'shop-bucket-abcdefghijklm';
    const arn = 'arn:aws:sns:us-east-1:111122223333:Shop-Topic-ABCDEFGHIJKLM';
    const room = LIMIT - `{"A":"","B":"${bucket}","C_ARN":"${arn}"}`.length;
    expect(withNames('x'.repeat(room))).not.toThrow();
    expect(withNames('x'.repeat(room + 1))).toThrow(TOO_LARGE(4_097));
  });

  const endpoints = (count: number) =>
    Array.from({ length: count }, (_item, index) => ({
      name: `endpoint-${index}`,
      path: `/${index}`,
      searchString: 'Shop',
      critical: index === 0,
    }));

  test('has room for eight endpoints, and refuses by name what has none', () => {
    expect(() => wholeTemplate(watching(...endpoints(8)))).not.toThrow();
    expect(() => wholeTemplate(watching(...endpoints(13)))).toThrow(
      /^healthChecks\.endpoints: do not fit into the status-update function's environment, got \d+ bytes for \d+ alarms; /,
    );
  });
});
