import type { Duration } from 'aws-cdk-lib';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { z } from 'zod';
import { HOME_REGION } from '../../../lambda/shared/contract/home-region';
import { complains, unknownAtSynth } from './parts';

/** What another copy of CDK made is as good: it is known by what it can do. */
const can = (value: unknown, ...methods: readonly string[]): boolean =>
  typeof value === 'object' &&
  value !== null &&
  methods.every((method) => typeof (value as Readonly<Record<string, unknown>>)[method] === 'function');

/** CDK's `Duration`, which most of its users want to convert at synth. @param unit in which people think of it */
export const duration = (unit: 'seconds' | 'minutes' | 'hours' | 'millis' = 'seconds') =>
  z
    .custom<Duration>((value) => can(value, 'toSeconds', 'toMilliseconds', 'isUnresolved'), {
      ...complains('a Duration of aws-cdk-lib', `write Duration.${unit}(...)`, (got) => {
        const amount =
          typeof got === 'number' || (typeof got === 'string' && /^\d+$/.test(got)) ? got : '...';
        return `write Duration.${unit}(${amount})`;
      }),
      abort: true,
    })
    .refine((value) => !value.isUnresolved(), {
      error: unknownAtSynth(`write Duration.${unit}(...) of a number`),
    });

/** An ACM certificate of CDK's. */
export const certificate = () =>
  z.custom<ICertificate>(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      typeof (value as ICertificate).certificateArn === 'string',
    complains(
      'an ICertificate',
      `write Certificate.fromCertificateArn(stack, "Certificate", "arn:aws:acm:${HOME_REGION}:...")`,
    ),
  );

/**
 * A secret of Secrets Manager. What stands there in its place may be the secret itself, so it is never shown: what a
 * build prints, many read.
 */
export const secret = () =>
  z.custom<ISecret>((value) => can(value, 'grantRead') && 'secretArn' in (value as object), {
    error: ({ input }) => {
      const hint = 'write Secret.fromSecretNameV2(stack, "OnCallSecret", "name-of-the-secret")';
      return input === undefined
        ? `is missing; ${hint}`
        : `must be an ISecret of aws-cdk-lib/aws-secretsmanager, got (hidden); ${hint}`;
    },
  });
