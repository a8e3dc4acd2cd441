import { covers, coversAction, coversArn } from '../../../lib/rehearsal/aws/iam/rules/pattern';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html#reference_policies_elements_resource_wildcards */
describe('resource of a statement', () => {
  test.each([
    ['arn:aws:s3:::site/a.html', 'arn:aws:s3:::site/a.html', 'yes'],
    ['arn:aws:s3:::site/a.html', 'arn:aws:s3:::site/b.html', 'no'],
    ['arn:aws:s3:::site/*', 'arn:aws:s3:::site/deep/a.html', 'yes'],
    ['arn:aws:s3:::site/*', 'arn:aws:s3:::site', 'no'],
    ['arn:aws:s3:::site/*', 'arn:aws:s3:::sites/a.html', 'no'],
    ['*', 'anything', 'yes'],
    ['arn:aws:s3:::site/a.html', 'arn:aws:s3:::site/axhtml', 'no'],
    ['arn:aws:s3:::site/A.html', 'arn:aws:s3:::site/a.html', 'no'],
    // Six wildcards, as CDK writes them for a secret that it knows by name.
    ['secret:shop/slack-??????', 'secret:shop/slack-000000', 'yes'],
    ['secret:shop/slack-??????', 'secret:shop/slack-00000', 'no'],
    ['secret:shop/slack-??????', 'secret:shop/slack-0000000', 'no'],
    ['secret:shop/slack', 'secret:shop/slack-000000', 'no'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: policy variables are written so
    ['arn:aws:s3:::site/${aws:username}/*', 'arn:aws:s3:::site/anna/a', 'unknown'],
  ])('%s covers %s: %s', (pattern, text, expected) => {
    expect(covers(pattern, text)).toBe(expected);
  });
});

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
describe('action of a statement', () => {
  test.each([
    ['sns:Publish', 'sns:Publish', 'yes'],
    ['SNS:publish', 'sns:Publish', 'yes'],
    ['kms:GenerateDataKey*', 'kms:GenerateDataKey', 'yes'],
    ['kms:GenerateDataKey*', 'kms:GenerateDataKeyPair', 'yes'],
    ['kms:GenerateDataKey', 'kms:GenerateDataKeyPair', 'no'],
    ['s3:Get?bject', 's3:GetObject', 'yes'],
    ['*', 's3:GetObject', 'yes'],
    ['s3:*', 'sns:Publish', 'no'],
  ])('%s covers %s: %s', (pattern, action, expected) => {
    expect(coversAction(pattern, action)).toBe(expected);
  });
});

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN */
describe('ARN in a condition', () => {
  const source = 'arn:aws:logs:us-east-1:123456789012:delivery-source:shop:a';
  test.each([
    [source, source, 'yes'],
    ['arn:aws:logs:us-east-1:123456789012:delivery-source:*', source, 'yes'],
    ['arn:*:logs:*:*:*', source, 'yes'],
    // A wildcard ends with its part: the last has all further colons.
    ['arn:aws:logs:*:delivery-source:*', source, 'no'],
    ['arn:aws:*', source, 'no'],
    ['*', source, 'no'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: policy variables are written so
    ['arn:aws:logs:us-east-1:${aws:PrincipalAccount}:*', source, 'unknown'],
  ])('%s matches %s: %s', (pattern, arn, expected) => {
    expect(coversArn(pattern, arn)).toBe(expected);
  });
});
