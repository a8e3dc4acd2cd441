import { SHOPPER_OUTCOMES } from '../../../lib/rehearsal/kernel/shopper-outcome';
import { buildReport } from '../../../lib/rehearsal/report/build-report';
import { jsonReport } from '../../../lib/rehearsal/report/json-report';
import { REPORT, type Report } from '../../../lib/rehearsal/report/report-schema';
import { rehearse } from '../../../lib/rehearsal/run/rehearse';
import { builtInScenario } from '../../../lib/rehearsal/scenario/load-scenario';
import { exampleAssembly } from '../../helpers/example-assembly';

async function play(): Promise<Report> {
  const scenario = builtInScenario('origin refuses');
  const results = [];
  for (const topology of ['edge', 'dns'] as const) {
    results.push(await rehearse({ assembly: await exampleAssembly(topology), scenario }));
  }
  return buildReport(results, 1);
}

describe('report of a real rehearsal', () => {
  let report: Report;
  beforeAll(async () => {
    report = await play();
  });

  test('has the form that its schema documents', () => {
    expect(REPORT.parse(JSON.parse(jsonReport(report)))).toEqual(report);
  });

  test('has nothing that its schema does not document', () => {
    expect(REPORT.strict().safeParse(report).success).toBe(true);
    expect(REPORT.parse({ ...report, extra: 1 })).not.toHaveProperty('extra');
  });

  test('is the same again, byte for byte', async () => {
    expect(jsonReport(await play())).toBe(jsonReport(report));
  });

  test('holds one entry for each topology, with its own coverage', () => {
    expect(report.scenarios.map(({ topology }) => topology)).toEqual(['edge', 'dns']);
    expect(report.assemblies.map(({ topology }) => topology)).toEqual(['edge', 'dns']);
    for (const { modelled, cost } of report.assemblies) {
      expect(modelled.flatMap((resource) => resource.modelled).length).toBeGreaterThan(100);
      expect(cost.length).toBeGreaterThan(0);
    }
  });

  test('counts every request once, over time as in all', () => {
    for (const { requests, overTime } of report.scenarios) {
      for (const [outcome, count] of Object.entries(requests)) {
        const series = overTime.counts[outcome as keyof typeof overTime.counts];
        expect(series.reduce((sum, n) => sum + n, 0)).toBe(count);
      }
    }
  });

  test('marks messages with incident and state', () => {
    for (const { messages } of report.scenarios) {
      const states = messages.filter(({ channel }) => channel === 'email').map(({ state }) => state);
      expect(states).toEqual(expect.arrayContaining(['INVESTIGATING', 'MONITORING', 'RESOLVED']));
      const incidents = new Set(messages.flatMap(({ incidentId }) => incidentId ?? []));
      expect([...incidents]).toEqual([expect.stringMatching(/^INC-\d{8}-\d+$/)]);
    }
  });

  test('has measured what was predicted', () => {
    for (const { predicted, times } of report.scenarios) {
      expect(times.detectMs).toBeGreaterThanOrEqual(predicted.detectMs?.earliestMs ?? Number.NaN);
      expect(times.detectMs).toBeLessThanOrEqual(predicted.detectMs?.latestMs ?? Number.NaN);
    }
  });

  test('counts the requests of the outage among all', () => {
    for (const { requests, requestsMeanwhile } of report.scenarios) {
      expect(requestsMeanwhile['emergency page']).toBeGreaterThan(0);
      for (const outcome of SHOPPER_OUTCOMES) {
        expect(requestsMeanwhile[outcome]).toBeLessThanOrEqual(requests[outcome]);
      }
      expect(requestsMeanwhile['served fresh']).toBeLessThan(requests['served fresh'] / 10);
    }
  });

  test('gives the state of a message and its incident on every channel', () => {
    const [{ messages } = { messages: [] }] = report.scenarios;
    const statesOn = (wanted: string) =>
      messages.filter(({ channel }) => channel === wanted).map(({ state }) => state);
    // Phones don't ring for the recovery.
    expect(statesOn('sms')).toEqual(statesOn('email').filter((state) => state !== 'MONITORING'));
    expect(statesOn('email')).not.toContain(null);
  });

  test('shows what a telephone gets beside the e-mail', () => {
    const [{ timeline } = { timeline: [] }] = report.scenarios;
    const announced = timeline.find(({ text }) => text.includes('INVESTIGATING'));
    expect(announced?.otherForms).toEqual([{ channel: 'sms', body: expect.stringMatching(/INC-\d{8}-\d+/) }]);
  });
});
