import { stringToSign } from '../../../lib/rehearsal/aws/sns/rules/string-to-sign';

const FIELDS = {
  Type: 'Notification',
  MessageId: 'm-1',
  TopicArn: 'arn:topic',
  Message: 'two\nlines',
  Timestamp: '2025-03-01T10:00:00.000Z',
};

describe('String to sign (https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message-verify-message-signature.html)', () => {
  test('has names and values on lines of their own, sorted by name', () => {
    expect(stringToSign({ ...FIELDS, Subject: 'Down' })).toBe(
      'Message\ntwo\nlines\nMessageId\nm-1\nSubject\nDown\nTimestamp\n2025-03-01T10:00:00.000Z\nTopicArn\narn:topic\nType\nNotification\n',
    );
  });

  test('leaves out a subject that is not there', () => {
    expect(stringToSign(FIELDS)).not.toContain('Subject');
  });
});
