import { z } from 'zod';
import { REPORT, type Report } from './report-schema';

/** The report for programs: `report.json`. Its fields are documented where its schema is. */
export const jsonReport = (report: Report): string => `${JSON.stringify(REPORT.parse(report), null, 2)}\n`;

/** The same as the result of `understudy rehearse --json`, which has a version and a command, as every command's has. */
export const jsonResult = (report: Report): string =>
  `${JSON.stringify({ version: 1, command: 'rehearse', ...REPORT.parse(report) }, null, 2)}\n`;

/** What every field of `report.json` means, as JSON Schema: `report.schema.json`. */
export const jsonSchema = (): string => `${JSON.stringify(z.toJSONSchema(REPORT), null, 2)}\n`;
