import { HEALTH_CHECK as HEALTH_CHECK_MODEL } from '../../../../lib/rehearsal/aws/route53/resource';
import { aResponse } from '../../../parity/helpers/exchanges';
import { aDeployment } from '../../helpers/a-deployment';
import { anEndpoint, MINUTE, refuse, someHealthChecks } from '../../helpers/some-health-checks';

describe('metrics of health checks', () => {
  const valuesOf = ({ metrics, changes }: ReturnType<typeof someHealthChecks>, name: string) => {
    const [change] = changes();
    const metric = { namespace: 'AWS/Route53', name, dimensions: { HealthCheckId: change?.id ?? '' } };
    const periods = [0, 1, 2].map((minute) => ({ startMs: minute * MINUTE, endMs: (minute + 1) * MINUTE }));
    return {
      counts: metrics.datapoints(metric, 'SampleCount', periods),
      last: metrics.datapoints(metric, 'Minimum', periods).at(-1),
    };
  };

  test('tell the latency of an endpoint that measures it', async () => {
    const { clock, internet, metrics } = someHealthChecks({
      Home: anEndpoint('/', { MeasureLatency: true }),
    });
    internet.answer = () => aResponse({ connectMs: 40, firstByteMs: 120 });
    await clock.runUntil(2 * MINUTE);
    const id = aDeployment({ Home: anEndpoint('/') }).all(HEALTH_CHECK_MODEL)[0]?.ref ?? '';
    const averageOf = (name: string) =>
      metrics.datapoints({ namespace: 'AWS/Route53', name, dimensions: { HealthCheckId: id } }, 'Average', [
        { startMs: 0, endMs: MINUTE },
      ])[0];
    expect(averageOf('ConnectionTime')).toBe(40);
    expect(averageOf('TimeToFirstByte')).toBe(120);
  });

  test.each([
    [2_000, 2_000],
    [2_001, undefined],
  ])('tell nothing of an answer that no checker waits for: after %i ms', async (firstByteMs, average) => {
    const { clock, internet, metrics } = someHealthChecks({
      Home: anEndpoint('/', { MeasureLatency: true }),
    });
    internet.answer = () => aResponse({ firstByteMs });
    await clock.runUntil(2 * MINUTE);
    const HealthCheckId = aDeployment({ Home: anEndpoint('/') }).all(HEALTH_CHECK_MODEL)[0]?.ref ?? '';
    const metric = { namespace: 'AWS/Route53', name: 'TimeToFirstByte', dimensions: { HealthCheckId } };
    expect(metrics.datapoints(metric, 'Average', [{ startMs: 0, endMs: MINUTE }])).toEqual([average]);
  });

  test.each([
    ['HealthCheckStatus', 0],
    ['HealthCheckPercentageHealthy', 0],
  ])('come once a minute: %s', async (name, last) => {
    const emulation = someHealthChecks({ Home: anEndpoint('/') });
    await emulation.clock.runUntil(MINUTE);
    emulation.internet.answer = refuse;
    await emulation.clock.runUntil(4 * MINUTE);
    expect(valuesOf(emulation, name)).toEqual({ counts: [1, 1, 1], last });
  });
});
