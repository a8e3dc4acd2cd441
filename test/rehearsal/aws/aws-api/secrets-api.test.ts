import {
  GetSecretValueCommand,
  ListSecretsCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { secretsApi } from '../../../../lib/rehearsal/aws/aws-api/secrets-api';
import { type ServedApi, serveApi } from '../../helpers/serve-api';

describe('Secrets Manager, asked by the SDK', () => {
  let api: ServedApi;
  let client: SecretsManagerClient;
  beforeAll(async () => {
    api = await serveApi('SECRETS_MANAGER', secretsApi);
    client = new SecretsManagerClient(api.config);
  });
  afterAll(async () => {
    client.destroy();
    await api.server.close();
  });

  test('gives a URL that leads nowhere, one per secret', async () => {
    const SecretId = 'arn:aws:secretsmanager:us-east-1:1:secret:pager-AbCdEf';
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId }));
    expect(SecretString).toBe('https://secret.invalid/pager-AbCdEf');
  });

  test('fails for anything else', async () => {
    await expect(client.send(new ListSecretsCommand({}))).rejects.toThrow(
      'the rehearsal does not model ListSecrets',
    );
  });
});
