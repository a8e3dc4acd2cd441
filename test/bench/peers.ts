import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleAssembly } from '../helpers/example-assembly';
import { runBench } from './command-line';
import { type Contestant, synthesizePeers } from './peers/peers';
import { commonScenarios, type Score, score } from './peers/scores';
import { LEGEND, peerTable } from './peers/table';

const ABOUT = `Usage: npm run bench:peers -- [options]

Rehearses the example store beside what users would set up instead, by the same engine. Takes minutes.`;

/** Plays every common scenario through every contestant. @param directory for what is synthesized */
async function playAll(directory: string): Promise<readonly Score[]> {
  const contestants: readonly Contestant[] = [
    { name: 'Understudy edge', assembly: await exampleAssembly('edge') },
    { name: 'Understudy dns', assembly: await exampleAssembly('dns') },
    ...synthesizePeers(directory),
  ];
  const scores: Score[] = [];
  for (const scenario of commonScenarios()) {
    process.stderr.write(`${scenario.name} ...\n`);
    for (const contestant of contestants) {
      scores.push(await score(contestant, scenario));
    }
  }
  return scores;
}

runBench(ABOUT, async (json) => {
  const temporary = mkdtempSync(join(tmpdir(), 'understudy-peers-'));
  try {
    const scores = await playAll(temporary);
    console.log(
      json ? JSON.stringify({ schemaVersion: 1, scores }, null, 2) : `${peerTable(scores)}\n\n${LEGEND}`,
    );
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
});
