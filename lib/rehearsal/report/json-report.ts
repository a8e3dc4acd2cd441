import { REPORT, type Report } from './report-schema';

/** The report for programs: `report.json`. Its fields are documented where its schema is. */
export const jsonReport = (report: Report): string => `${JSON.stringify(REPORT.parse(report), null, 2)}\n`;
