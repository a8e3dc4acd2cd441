import { readCommandRequest } from '../../../../lambda/status-update/contract/command';

const asked = (by?: string) => ({
  source: 'understudy.cli',
  preview: false,
  ...(by !== undefined && { by }),
  command: { kind: 'retract', id: 'one' },
});

const user = (path: string) => `arn:aws:iam::111122223333:user/${path}${'n'.repeat(64)}`;

describe('a request', () => {
  test.each([undefined, 'somebody in the chat', user(''), user(`${'p'.repeat(510)}/`)])(
    'may come from %s',
    (by) => {
      expect(readCommandRequest(asked(by))).toEqual(asked(by));
    },
  );

  test.each([
    'ola',
    'somebody in the chat of arn:x',
    'arn:aws:iam::111122223333:user/a b',
    user('p'.repeat(2_000)),
  ])('is not read when it says to come from %s', (by) =>
    expect(readCommandRequest(asked(by))).toBeUndefined(),
  );
});
