import { rehearse } from '../../lib/rehearsal/run/rehearse';
import { builtInScenario } from '../../lib/rehearsal/scenario/load-scenario';

// One rehearsal in a process of its own, so that its memory is its own too.
const startMs = performance.now();
rehearse({ assembly: process.argv[2] ?? 'cdk.out', scenario: builtInScenario('origin refuses') }).then(
  ({ verdict, scenario }) => {
    const ms = performance.now() - startMs;
    const requests = Object.values(verdict.requests).reduce((sum, count) => sum + count, 0);
    const peakMb = process.resourceUsage().maxRSS / 1024;
    console.log(JSON.stringify({ ms, peakMb, requests, playedSeconds: scenario.endSeconds }));
  },
);
