import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleAssembly } from '../helpers/example-assembly';
import { type Contestant, synthesizePeers } from './peers/peers';
import { commonScenarios, type Score, score } from './peers/scores';
import { LEGEND, peerTable } from './peers/table';

/** The example store beside what users would set up instead, rehearsed by the same engine: `npm run bench:peers`. */
async function main(directory: string): Promise<readonly Score[]> {
  const contestants: readonly Contestant[] = [
    { name: 'Understudy edge', assembly: await exampleAssembly('edge') },
    { name: 'Understudy dns', assembly: await exampleAssembly('dns') },
    ...synthesizePeers(directory),
  ];
  const scores: Score[] = [];
  for (const scenario of commonScenarios()) {
    process.stderr.write(`${scenario.name} ...\n`);
    for (const contestant of contestants) scores.push(await score(contestant, scenario));
  }
  return scores;
}

const temporary = mkdtempSync(join(tmpdir(), 'understudy-peers-'));
main(temporary)
  .then((scores) => {
    const asJson = process.argv.includes('--json');
    console.log(
      asJson ? JSON.stringify({ schemaVersion: 1, scores }, null, 2) : `${peerTable(scores)}\n\n${LEGEND}`,
    );
  })
  .finally(() => rmSync(temporary, { recursive: true, force: true }));
