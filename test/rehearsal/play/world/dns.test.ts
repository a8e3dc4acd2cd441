import { MetricStore } from '../../../../lib/rehearsal/aws/cloudwatch/metric-store';
import { seededRandom } from '../../../../lib/rehearsal/kernel/clock/random';
import { VirtualClock } from '../../../../lib/rehearsal/kernel/clock/virtual-clock';
import { EventLog } from '../../../../lib/rehearsal/kernel/event-log';
import { Internet } from '../../../../lib/rehearsal/kernel/network/network';
import { NO_DISRUPTIONS } from '../../../../lib/rehearsal/play/staging/disruptions';
import { buildDns } from '../../../../lib/rehearsal/play/world/dns';
import { UNKNOWN_DEFAULTS } from '../../../../lib/rehearsal/unknowns/unknown-values';
import { aDeployment, aResource } from '../../helpers/a-deployment';
import { OPEN_GATE } from '../../helpers/open-gate';
import { anEndpoint, MINUTE } from '../../helpers/some-health-checks';

const side = (Failover: string, but: Record<string, unknown>) =>
  aResource('AWS::Route53::RecordSet', { Name: 'shop.example.', Type: 'A', TTL: 60, Failover, ...but });

describe('names of a world', () => {
  test('lead to SECONDARY from the start where an inverted health check has no data yet', async () => {
    const clock = new VirtualClock(0);
    const log = new EventLog(() => clock.nowMs);
    const deployment = aDeployment({
      Switch: anEndpoint('/flag', { Inverted: true }),
      Primary: side('PRIMARY', { HealthCheckId: { Ref: 'Switch' }, ResourceRecords: ['192.0.2.1'] }),
      Secondary: side('SECONDARY', { ResourceRecords: ['192.0.2.2'] }),
    });
    const deps = {
      ...{ deployment, clock, log, random: seededRandom(1) },
      ...{ disruptions: NO_DISRUPTIONS, unknowns: UNKNOWN_DEFAULTS, gate: OPEN_GATE },
    };
    buildDns({ ...deps, metrics: new MetricStore(clock) }, new Internet());
    await clock.runUntil(2 * MINUTE);
    const answers = log.events.flatMap((event) => (event.kind === 'dns-answer' ? [event] : []));
    expect(answers.map(({ answer, because }) => [answer, because])).toEqual([
      ['SECONDARY', 'PRIMARY is unhealthy'],
      ['PRIMARY', 'PRIMARY is healthy'],
    ]);
    expect(answers[0]?.atMs).toBe(0);
    expect(answers[1]?.atMs).toBeGreaterThan(20_000);
  });
});
