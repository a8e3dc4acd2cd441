import { z } from 'zod';
import { SCENARIO } from './scenario-schema';

/** What a scenario file may hold, as JSON Schema, for editors and for people who write one. */
export const scenarioJsonSchema = (): string =>
  `${JSON.stringify({ title: 'Understudy scenario', ...z.toJSONSchema(SCENARIO, { io: 'input' }) }, null, 2)}\n`;
