import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { awsPorts } from './adapters/aws-ports';
import { isCommandRequest, readCommandRequest } from './command/command';
import { type CommandReply, handleCommand } from './command/handle-command';
import { handleWakeUp, type Outcome } from './handle-wake-up';
import { OWN_METRICS } from './own-metrics';
import { readSettings } from './settings';

const settings = readSettings(process.env);
const ports = awsPorts(settings, () => Date.now());
const logger = new Logger();
const metrics = new Metrics({
  namespace: OWN_METRICS.namespace,
  defaultDimensions: { store: settings.STORE.domainName },
});

/** The status-update function: woken by alarm state changes and by a schedule, and asked by people. */
export async function handler(event: unknown): Promise<CommandReply | undefined> {
  if (isCommandRequest(event)) {
    const reply = await handleCommand(event, ports, settings);
    logCommand(event, reply);
    return reply;
  }
  const outcome = await handleWakeUp(event, ports, settings);
  report(outcome);
  if (outcome.problems.length > 0) {
    throw new AggregateError(outcome.problems, outcome.problems.map((problem) => problem.message).join('; '));
  }
  return undefined;
}

/** Who asked for what, as they say, and what came of it; not their words. */
function logCommand(event: unknown, { kind: outcome }: CommandReply): void {
  const { command: { kind, id } = {}, by, preview } = readCommandRequest(event) ?? {};
  logger.info('command', { kind, id, by, preview, outcome });
}

/** Names and numbers only: no message text, no contacts. */
function report({ announcement, sent, inHand, problems, warnings }: Outcome): void {
  if (announcement !== undefined) {
    const { kind, incidentId, update, scope } = announcement;
    logger.info('incident announced', { kind, incidentId, update, scope });
  }
  for (const warning of warnings) {
    logger.warn('step left out', warning);
  }
  for (const problem of problems) {
    logger.error('step failed', problem);
  }
  if (announcement?.kind === 'opened') {
    metrics.addMetric('IncidentsOpened', MetricUnit.Count, 1);
  }
  if (sent > 0) {
    metrics.addMetric('UpdatesSent', MetricUnit.Count, sent);
  }
  if (inHand !== undefined) {
    metrics.addMetric(OWN_METRICS.incidentInHand, MetricUnit.Count, inHand ? 1 : 0);
  }
  // Powertools warns when there is nothing to publish, and most ticks have nothing to say.
  if (metrics.hasStoredMetrics()) {
    metrics.publishStoredMetrics();
  }
}
