import { z } from 'zod';
import type { ApiService } from './server';

const GET_SECRET_VALUE = z.object({ SecretId: z.string() });

/**
 * `GetSecretValue`, over the AWS JSON protocol. A rehearsal knows no secrets: each is a URL that leads nowhere, which
 * serves as a key as well.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
 */
export const secretsApi: ApiService = ({ headers, body }) => {
  const contentType = 'application/x-amz-json-1.1';
  const operation = headers['x-amz-target']?.split('.').at(-1);
  if (operation !== 'GetSecretValue') {
    const problem = {
      __type: 'UnknownOperationException',
      message: `the rehearsal does not model ${operation}`,
    };
    return { status: 400, contentType, body: JSON.stringify(problem) };
  }
  const { SecretId: id } = GET_SECRET_VALUE.parse(JSON.parse(Buffer.from(body).toString('utf8')));
  const name = encodeURIComponent(id.split(':').at(-1) ?? '');
  return {
    status: 200,
    contentType,
    body: JSON.stringify({ SecretString: `https://secret.invalid/${name}` }),
  };
};
