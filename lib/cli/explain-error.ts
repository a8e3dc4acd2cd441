/** What the SDK calls having no credentials, or none that are good. */
const CREDENTIAL_ERRORS = /^(CredentialsProviderError|Expired|InvalidClientTokenId|UnrecognizedClient)/;

/** An error as a person at a terminal needs it: what the SDK says of credentials is of no help there. */
export function explainError(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  return CREDENTIAL_ERRORS.test(error.name)
    ? `credentials: must be valid, got ${JSON.stringify(error.message)}; sign in as for the AWS CLI, such as with "aws sso login" or AWS_PROFILE`
    : error.message;
}
