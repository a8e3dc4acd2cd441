import type { z } from 'zod';
import { requireNone } from '../props-error';
import { findShapeMistakes } from './shape-mistakes';

/** Options of a function, as they were given. @throws PropsError at synth, with one line per mistake */
export function checkedOptions<T>(subject: string, schema: z.ZodType<T>, options: T): T {
  requireNone(subject, 'options', findShapeMistakes(schema, options).mistakes);
  return options;
}
