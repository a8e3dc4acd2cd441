import { escapeXml } from '../../kernel/escape-xml';
import type { ServiceName } from './calls';
import type { ApiResponse } from './server';

/** How a service says no: status, error code, and in which form. */
interface Form {
  readonly status: number;
  readonly code: string;
  readonly answer: (form: Form, message: string) => ApiResponse;
}

/** Emulation: where a service's own pages name no code for it, it is that of AWS's common errors. */
const FORMS: Readonly<Record<ServiceName, Form>> = {
  CLOUDWATCH: { status: 403, code: 'AccessDenied', answer: json },
  // @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
  DYNAMODB: { status: 400, code: 'AccessDeniedException', answer: json },
  ROUTE_53: { status: 403, code: 'AccessDenied', answer: queryXml },
  // @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList
  S3: { status: 403, code: 'AccessDenied', answer: s3Xml },
  SCHEDULER: { status: 403, code: 'AccessDeniedException', answer: json },
  SECRETS_MANAGER: { status: 400, code: 'AccessDeniedException', answer: json },
  // @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html#API_Publish_Errors
  SNS: { status: 403, code: 'AuthorizationError', answer: queryXml },
  SQS: { status: 403, code: 'AccessDenied', answer: json },
};

/** What SNS says when the one that it may not use is the key. */
const KEY_OF_TOPIC: Form = { status: 400, code: 'KMSAccessDenied', answer: queryXml };

/**
 * What somebody gets who may not do something: an error, as the SDK knows it.
 *
 * @param action the one that is missing
 */
export function refusal(service: ServiceName, action: string, message: string): ApiResponse {
  const form = service === 'SNS' && action.startsWith('kms:') ? KEY_OF_TOPIC : FORMS[service];
  return form.answer(form, message);
}

/** @see https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html#operation-error-serialization */
function json({ status, code }: Form, message: string): ApiResponse {
  // The SDK takes the words of an error from either, by service.
  const body = JSON.stringify({ __type: code, code, message, Message: message });
  return { status, contentType: 'application/x-amz-json-1.0', body };
}

function queryXml({ status, code }: Form, message: string): ApiResponse {
  const body = `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error></ErrorResponse>`;
  return { status, contentType: 'text/xml', body: `<?xml version="1.0"?>${body}` };
}

function s3Xml({ status, code }: Form, message: string): ApiResponse {
  const body = `<Error><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`;
  return { status, contentType: 'application/xml', body: `<?xml version="1.0" encoding="UTF-8"?>${body}` };
}
