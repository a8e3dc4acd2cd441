import { spawnSync } from 'node:child_process';
import { rehearse } from '../../lib/rehearsal/rehearsal';
import { builtInScenario } from '../../lib/rehearsal/scenario/load-scenario';

/**
 * How long a rehearsal takes and how much memory it needs, by the number of shopper requests: each in a process of its
 * own. `npx tsx test/bench/requests.ts <assembly> [millions ...]`
 */
const MILLION = 1_000_000;
/** What a shopper asks for, on average, in this scenario; measured. */
const REQUESTS_PER_SHOPPER = 6.5;

async function playOnce(assembly: string, requests: number): Promise<void> {
  const headline = builtInScenario('origin refuses');
  const minutes = headline.endSeconds / 60;
  const arrivalsPerMinute = requests / REQUESTS_PER_SHOPPER / minutes;
  const scenario = { ...headline, shoppers: { ...headline.shoppers, arrivalsPerMinute } };
  const startMs = performance.now();
  const { shoppers } = await rehearse({ assembly, scenario });
  const seconds = (performance.now() - startMs) / 1000;
  const played = Object.values(shoppers.totals).reduce((sum, count) => sum + count, 0);
  const peakMb = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${played} requests: ${seconds.toFixed(1)} s, ${((seconds / played) * MILLION).toFixed(1)} s per million, peak memory ${peakMb.toFixed(0)} MB`,
  );
}

const [assembly = 'cdk.out', ...millions] = process.argv.slice(2);
if (process.env['BENCH_REQUESTS']) playOnce(assembly, Number(process.env['BENCH_REQUESTS']));
else {
  for (const count of millions.length > 0 ? millions.map(Number) : [1, 3, 10]) {
    spawnSync(process.execPath, ['--import', 'tsx', __filename, assembly], {
      stdio: 'inherit',
      env: { ...process.env, BENCH_REQUESTS: String(count * MILLION) },
    });
  }
}
