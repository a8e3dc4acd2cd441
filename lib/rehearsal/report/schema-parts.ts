import { z } from 'zod';

/** Whole milliseconds. */
export const ms = z.int().min(0);

/** `null`: it did not happen. */
export const msOrNever = ms.nullable();

/** `other`: a stack that Understudy did not make. */
export const TOPOLOGY = z.enum(['edge', 'dns', 'other']);
