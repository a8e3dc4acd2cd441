import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../../command-line/cli-error';
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
 * Makes the folder for reports, unless it is there.
 * @throws CliError where nothing can be written
 */
export function makeFolder(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true });
    accessSync(directory, constants.W_OK);
  } catch (cause) {
    throw new CliError(`--out: must be a folder to write into, got ${directory}; name another`, { cause });
  }
}

/**
 * Writes a report in every form into a folder that exists.
 * @returns what was written, for the person who asked for it
 */
export function writeReports(report: Report, directory: string): string {
  for (const [file, form] of Object.entries(FORMS)) {
    writeFileSync(join(directory, file), form(report));
  }
  return `Wrote ${Object.keys(FORMS).join(', ')} to ${directory}\n`;
}
