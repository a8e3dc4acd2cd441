import type { Duration } from 'aws-cdk-lib';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { z } from 'zod';
import type { UnderstudyProps } from '../../../lib';
import { UNDERSTUDY_PROPS } from '../../../lib/validation/schema/props-schema';
import { storeProps } from '../../helpers/store-props';

/** Without `readonly`, at every depth, so that types which allow the same values are the same. */
type Plain<T> = T extends Duration | ICertificate | ISecret | Uint8Array
  ? T
  : T extends readonly (infer E)[]
    ? Plain<E>[]
    : T extends object
      ? { -readonly [K in keyof T]: Plain<T[K]> }
      : T;

/** `true` when two types are the same, down to which keys may be left out. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

test('the schema takes what the types take: every prop at every depth, and nothing else', () => {
  // The compiler tests this one: a prop in one of the two only makes it `false`.
  const same: Same<Plain<z.input<typeof UNDERSTUDY_PROPS>>, Plain<UnderstudyProps>> = true;
  expect(same).toBe(true);
  expect(UNDERSTUDY_PROPS.safeParse(storeProps()).success).toBe(true);
});
