export { RehearsalError, type RehearsalErrorCode } from './kernel/errors';
export { htmlReport } from './report/html/html-report';
export { jsonReport, jsonSchema } from './report/json-report';
export { junitReport } from './report/junit-report';
export { markdownReport } from './report/markdown-report';
export type {
  Report,
  ReportFinding,
  ReportMessage,
  ScenarioReport,
  TimelineKind,
} from './report/report-schema';
export type { AppOrAssembly, SynthesizableApp } from './run/app-assembly';
export type { GivenScenario } from './run/given-scenarios';
export { type Rehearsal, type RehearseOptions, rehearse, type WorldChoice } from './run/rehearse-app';
export { builtInScenarios, loadScenario } from './scenario/load-scenario';
export type { Scenario } from './scenario/scenario';
export { scenarioJsonSchema } from './scenario/scenario-json-schema';
export type { ScenarioInput } from './scenario/scenario-schema';
