import { run } from './measure';

/** As `npm run rehearse` starts: without the processes of tsx's own command. */
const START = ['--require', require.resolve('tsx/cjs')];

/** A rehearsal with a number of shopper requests. */
export interface RequestsBench {
  readonly requests: number;
  readonly ms: number;
  /** What the process used of the processors, start included. */
  readonly cpuMs: number;
  readonly peakMb: number;
}

/** Every built-in scenario through some assemblies, start of the process included. */
export interface ScenariosBench {
  readonly rehearsals: number;
  readonly ms: number;
}

/** Plays about so many requests in a process of its own. */
export const runRequests = (assembly: string, requests: number): RequestsBench =>
  JSON.parse(run(process.execPath, [...START, 'test/bench/requests-run.ts', assembly, String(requests)]));

/** Plays every built-in scenario through assemblies. */
export function runScenarios(assemblies: readonly string[]): ScenariosBench {
  const startMs = performance.now();
  const { rehearsals } = JSON.parse(
    run(process.execPath, [...START, 'test/bench/scenarios-run.ts', ...assemblies]),
  );
  return { rehearsals, ms: performance.now() - startMs };
}

export const requestsLine = ({ requests, ms, cpuMs, peakMb }: RequestsBench): string =>
  `${requests} requests: ${seconds(ms)} (${seconds(cpuMs)} of processor time), ${((ms * 1000) / requests).toFixed(1)} µs each, peak memory ${peakMb.toFixed(0)} MB`;

export const scenariosLine = ({ rehearsals, ms }: ScenariosBench): string =>
  `${rehearsals} rehearsals, every built-in scenario in both topologies: ${seconds(ms)}`;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
