import { rehearse } from '../../lib/rehearsal/run/rehearse';
import { builtInScenario } from '../../lib/rehearsal/scenario/load-scenario';

// One rehearsal with very many shoppers, in a process of its own, so that its memory is its own too.
/** What a shopper asks for, on average, in this scenario; measured. */
const REQUESTS_PER_SHOPPER = 6.5;

async function playWith(assembly: string, requests: number): Promise<void> {
  const headline = builtInScenario('origin refuses');
  const arrivalsPerMinute = requests / REQUESTS_PER_SHOPPER / (headline.endSeconds / 60);
  const scenario = { ...headline, shoppers: { ...headline.shoppers, arrivalsPerMinute } };
  const startMs = performance.now();
  const { shoppers } = await rehearse({ assembly, scenario });
  const ms = performance.now() - startMs;
  const played = Object.values(shoppers.totals).reduce((sum, count) => sum + count, 0);
  const { userCPUTime, maxRSS } = process.resourceUsage();
  console.log(JSON.stringify({ requests: played, ms, cpuMs: userCPUTime / 1000, peakMb: maxRSS / 1024 }));
}

const [assembly = 'cdk.out', requests = '1000000'] = process.argv.slice(2);
playWith(assembly, Number(requests));
