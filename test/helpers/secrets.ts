import { Stack } from 'aws-cdk-lib';
import { type ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';

/** The ARN of a secret in the Region that Understudy lives in. */
export const SECRET_ARN = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:shop-AbCdEf';

/** A secret that exists already, of which the whole ARN is known. */
export const existingSecret = (arn = SECRET_ARN): ISecret =>
  Secret.fromSecretCompleteArn(new Stack(undefined, 'Elsewhere'), 'Secret', arn);
