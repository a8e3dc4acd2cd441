import { Logger } from '@aws-lambda-powertools/logger';
import { MetricResolution, Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { wallNowMs } from '../shared/contract/wall-clock';
import { awsPorts, awsSettings } from './adapters/aws-ports';
import { handleCommand } from './command/handle-command';
import { isCommandRequest, readCommandRequest } from './contract/command';
import type { CommandReply } from './contract/command-reply';
import { OWN_METRICS } from './contract/own-metrics';
import { handleEvent, type Outcome } from './handle-event';
import { StepErrors } from './problems';
import { readEnvironment } from './settings';
import { SettingsOnce } from './settings-once';

const essentials = readEnvironment(process.env);
const ports = awsPorts(essentials, wallNowMs);
const settingsOnce = new SettingsOnce(essentials, { source: awsSettings(essentials), state: ports.store });
const logger = new Logger();
const metrics = new Metrics({
  namespace: OWN_METRICS.namespace,
  defaultDimensions: { store: essentials.STORE.domainName },
});

/** The status-update function: woken by alarm state changes and by a schedule, and asked by people. */
export async function handler(event: unknown): Promise<CommandReply | undefined> {
  const problems = new StepErrors();
  const settings = await settingsOnce.find(event, problems);
  if (isCommandRequest(event)) {
    warn([...problems.all, ...problems.warnings]);
    const reply = await handleCommand(event, ports, settings);
    logCommand(event, reply);
    return reply;
  }
  const outcome = await handleEvent(event, ports, settings);
  warn(problems.warnings);
  const failures = [...problems.all, ...outcome.problems];
  report({ ...outcome, problems: failures });
  if (failures.length > 0) {
    throw new AggregateError(failures, failures.map((problem) => problem.message).join('; '));
  }
  return undefined;
}

function warn(warnings: readonly Error[]): void {
  for (const warning of warnings) {
    logger.warn('step left out', warning);
  }
}

/** Who asked for what, as they say, and what came of it; not their words. */
function logCommand(event: unknown, { kind: outcome }: CommandReply): void {
  const { command: { kind, id } = {}, by, preview } = readCommandRequest(event) ?? {};
  logger.info('command', { kind, id, by, preview, outcome });
}

/** Names and numbers only: no message text, no contacts. */
function report({ announcement, sent, inHand, problems, warnings, disorder }: Outcome): void {
  if (announcement !== undefined) {
    const { kind, incidentId, update, scope } = announcement;
    logger.info('incident announced', { kind, incidentId, update, scope });
  }
  warn(warnings);
  for (const problem of problems) {
    logger.error('step failed', problem);
  }
  if (announcement?.kind === 'opened') {
    metrics.addMetric('IncidentsOpened', MetricUnit.Count, 1);
  }
  if (sent > 0) {
    metrics.addMetric('UpdatesSent', MetricUnit.Count, sent);
  }
  if (disorder.dropped > 0) {
    metrics.addMetric('MessagesDropped', MetricUnit.Count, disorder.dropped);
  }
  if (disorder.reordered > 0) {
    metrics.addMetric('MessagesReordered', MetricUnit.Count, disorder.reordered);
  }
  if (inHand !== undefined) {
    // Of single seconds, so that the alarm on it is in time to hold back the plain message of the same outage.
    const { incidentInHand } = OWN_METRICS;
    metrics.addMetric(incidentInHand, MetricUnit.Count, inHand ? 1 : 0, MetricResolution.High);
  }
  // Powertools warns when there is nothing to publish, and most ticks have nothing to say.
  if (metrics.hasStoredMetrics()) {
    metrics.publishStoredMetrics();
  }
}
