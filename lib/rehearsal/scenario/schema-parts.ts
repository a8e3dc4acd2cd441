import { z } from 'zod';

/** An object without unknown keys; a wrong one is told which there are. */
export const known = <S extends z.core.$ZodLooseShape>(shape: S) =>
  z.strictObject(shape, {
    error: ({ code }) =>
      code === 'unrecognized_keys'
        ? `is not known; allowed here: ${Object.keys(shape).join(', ')}`
        : undefined,
  });

/** From 0 to a day. */
export const seconds = z.number().min(0).max(86_400);

/** From 0 to 100. */
export const percent = z.number().min(0).max(100);

/**
 * Has a refinement of several values run though other values have mistakes, so that all of them are told at once.
 * @param shape what the refinement needs
 */
export const reportAlongside = (shape: z.core.$ZodLooseShape): z.core.$ZodSuperRefineParams => ({
  when: ({ value }) => z.object(shape).safeParse(value).success,
});
