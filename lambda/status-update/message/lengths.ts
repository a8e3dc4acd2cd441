/**
 * Longest subject in characters: SNS takes less than 100. It allows UTF-8, but receivers strip or refuse what is not
 * ASCII.
 *
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
export const MAX_SUBJECT = 99;

/**
 * One part of an SMS holds 160 characters of the GSM alphabet.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sms_publish-to-phone.html
 */
export const MAX_SMS = 160;
