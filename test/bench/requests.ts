import { type RequestsBench, requestsLine, runRequests } from './load';

// How long a rehearsal takes and how much memory it needs, by the number of shopper requests.
// `npx tsx test/bench/requests.ts <assembly> [millions ...]`
const MILLION = 1_000_000;

const [assembly = 'cdk.out', ...given] = process.argv.slice(2);
const millions = given.length > 0 ? given.map(Number) : [1, 3, 10];
for (const count of millions) {
  const result: RequestsBench = runRequests(assembly, count * MILLION);
  console.log(requestsLine(result));
}
