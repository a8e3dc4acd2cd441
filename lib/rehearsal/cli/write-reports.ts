import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlReport } from '../report/html/html-report';
import { jsonReport, jsonSchema } from '../report/json-report';
import { junitReport } from '../report/junit-report';
import { markdownReport } from '../report/markdown-report';
import type { Report } from '../report/report-schema';

const FORMS: Readonly<Record<string, (report: Report) => string>> = {
  'report.html': htmlReport,
  'report.json': jsonReport,
  'report.junit.xml': junitReport,
  'report.md': markdownReport,
  'report.schema.json': jsonSchema,
};

/**
 * Writes a report in every form.
 * @returns what was written, for the person who asked for it
 */
export function writeReports(report: Report, directory: string): string {
  mkdirSync(directory, { recursive: true });
  for (const [file, form] of Object.entries(FORMS)) writeFileSync(join(directory, file), form(report));
  return `Wrote ${Object.keys(FORMS).join(', ')} to ${directory}\n`;
}
