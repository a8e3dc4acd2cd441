import type { MessageAttribute } from '../sns/rules/filter-policy';
import type { PlayedTopics } from '../sns/topics';
import type { ApiResponse, ApiService } from './server';

/**
 * `Publish` over the AWS query protocol.
 *
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
export const snsApi =
  (topics: PlayedTopics): ApiService =>
  ({ body }) => {
    const form = new URLSearchParams(Buffer.from(body).toString('utf8'));
    const topicArn = form.get('TopicArn') ?? '';
    const problem = publishProblem(form, topics.has(topicArn));
    if (problem !== undefined) {
      return failure(problem);
    }
    const messageId = topics.publish({
      topicArn,
      subject: form.get('Subject') ?? undefined,
      message: form.get('Message') ?? '',
      structure: form.get('MessageStructure') === 'json' ? 'json' : undefined,
      attributes: attributesIn(form),
    });
    return xml(
      200,
      `<PublishResponse><PublishResult><MessageId>${messageId}</MessageId></PublishResult></PublishResponse>`,
    );
  };

/** `MessageAttributes.entry.N.Name`, `.Value.DataType` and `.Value.StringValue`, counted from 1. */
function attributesIn(form: URLSearchParams): Readonly<Record<string, MessageAttribute>> {
  const attributes: Record<string, MessageAttribute> = {};
  for (let entry = 1; form.has(`MessageAttributes.entry.${entry}.Name`); entry += 1) {
    const field = (name: string) => form.get(`MessageAttributes.entry.${entry}.${name}`) ?? '';
    attributes[field('Name')] = { type: field('Value.DataType'), value: field('Value.StringValue') };
  }
  return attributes;
}

interface Problem {
  readonly code: string;
  readonly message: string;
}

/** What SNS would refuse. */
function publishProblem(form: URLSearchParams, topicExists: boolean): Problem | undefined {
  if (form.get('Action') !== 'Publish') {
    return { code: 'InvalidAction', message: `the rehearsal does not model ${form.get('Action')}` };
  }
  if (!topicExists) {
    return { code: 'NotFound', message: 'Topic does not exist' };
  }
  const subject = form.get('Subject');
  // No line breaks or control characters, and less than 100 characters long.
  if (subject !== null && !/^[^\p{Cc}\u2028\u2029]{1,99}$/u.test(subject)) {
    return { code: 'InvalidParameter', message: 'Subject' };
  }
  if (!form.get('Message')) {
    return { code: 'InvalidParameter', message: 'Empty message' };
  }
  if (Buffer.byteLength(form.get('Message') ?? '') > 262_144) {
    return { code: 'InvalidParameter', message: 'Message too long' };
  }
  if (form.get('MessageStructure') === 'json' && !hasDefault(form.get('Message') ?? '')) {
    return { code: 'InvalidParameter', message: 'Message Structure - No default entry in JSON message body' };
  }
  return undefined;
}

function hasDefault(message: string): boolean {
  try {
    const texts: unknown = JSON.parse(message);
    return (
      typeof texts === 'object' && texts !== null && 'default' in texts && typeof texts.default === 'string'
    );
  } catch {
    return false;
  }
}

const failure = ({ code, message }: Problem): ApiResponse =>
  xml(
    400,
    `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
  );

const xml = (status: number, body: string): ApiResponse => ({ status, contentType: 'text/xml', body });
