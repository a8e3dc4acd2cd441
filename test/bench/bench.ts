import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAssembly } from '../../lib/rehearsal/aws/assembly/assembly';
import { Deployment } from '../../lib/rehearsal/aws/assembly/deployment';
import { FUNCTION } from '../../lib/rehearsal/aws/lambda/resource';
import { HOME_REGION } from '../../lib/rehearsal/kernel/home-region';
import { synthesizeChannels } from './channels-assembly';
import { runBench } from './command-line';
import { type DrawsBench, drawsLines } from './draws';
import { requestsLine, runRequests, runScenarios, scenariosLine } from './load';
import { compare, median, run, timeMs } from './measure';
import { benchPackageSynth } from './package-synth';
import type { PageBench } from './page';

const CDK = require.resolve('aws-cdk/bin/cdk');
const TSX = require.resolve('tsx/cli');
const RUNS = 5;
/** So many plays with everything drawn that AWS does not tell. */
const DRAWS = 200;
const TOPOLOGIES = ['edge', 'dns'] as const;
const temporary = mkdtempSync(join(tmpdir(), 'understudy-bench-'));
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }));

const ABOUT = `Usage: npm run bench -- [options]

Measures synth beside an empty CDK app and, by the package, beside the same resources bare, the Lambda bundles, the
emergency page on a slow network, and rehearsals: one, every scenario, with a million shopper requests, and ${DRAWS} draws of
what AWS does not tell. Takes minutes; on a quiet machine the figures mean most.`;

const timeSynth = (app: string, output: string, topology = 'edge'): number =>
  timeMs(process.execPath, [
    CDK,
    'synth',
    '-q',
    '-a',
    `npx tsx ${app}`,
    '-c',
    `topology=${topology}`,
    '-o',
    join(temporary, output),
  ]);

/** Our synth beside that of an empty app, in turns. */
function benchSynth() {
  const { aMs, bMs, ratio } = compare(
    RUNS,
    () => timeSynth('bin/understudy.ts', 'edge'),
    () => timeSynth('test/bench/empty-app.ts', 'empty'),
  );
  return { understudyMs: aMs, emptyAppMs: bMs, ratio };
}

/** Every Lambda bundle of the example that is ours, and those of the channels, which the example does not use. */
function benchBundles() {
  const channels = join(temporary, 'channels');
  synthesizeChannels(channels);
  return [join(temporary, 'edge'), channels].flatMap(benchBundlesOf);
}

/** The size of each bundle, and how long a fresh process takes to load it. */
function benchBundlesOf(assembly: string) {
  const deployment = new Deployment(readAssembly(assembly));
  return deployment
    .all(FUNCTION)
    .filter(({ properties }) => properties.Runtime?.startsWith('nodejs'))
    .map(({ logicalId, properties }) => {
      const file = join(deployment.assetPath(properties.Code.S3Key ?? ''), 'index.js');
      // The function checks its environment as it loads.
      const env = { AWS_REGION: HOME_REGION, ...properties.Environment?.Variables };
      const load = () => Number(run(process.execPath, ['-e', IMPORT, file], env));
      return {
        name: properties.Environment?.Variables['POWERTOOLS_SERVICE_NAME'] ?? logicalId,
        bytes: statSync(file).size,
        importMs: median(Array.from({ length: RUNS }, load)),
      };
    });
}

const IMPORT = 'const t=performance.now();require(process.argv[1]);console.log(performance.now()-t)';

/** The emergency page beside what shoppers see when nobody has prepared anything. */
const benchPage = (): PageBench => JSON.parse(run(process.execPath, [TSX, 'test/bench/page.ts']));

/** One rehearsal per topology, each in a process of its own. */
function benchRehearsals() {
  timeSynth('bin/understudy.ts', 'dns', 'dns');
  return TOPOLOGIES.map((topology) => {
    const runs = Array.from({ length: RUNS }, () =>
      JSON.parse(run(process.execPath, [TSX, 'test/bench/rehearsal-run.ts', join(temporary, topology)])),
    );
    return {
      topology,
      ms: median(runs.map(({ ms }) => ms)),
      peakMb: median(runs.map(({ peakMb }) => peakMb)),
      requests: runs[0].requests,
      playedSeconds: runs[0].playedSeconds,
    };
  });
}

/** Much at once: every scenario, and very many shoppers. One run each, because these are long. */
function benchLoad() {
  const assemblies = TOPOLOGIES.map((topology) => join(temporary, topology));
  return {
    scenarios: runScenarios(assemblies),
    requests: TOPOLOGIES.map((topology, index) => ({
      topology,
      ...runRequests(assemblies[index] ?? '', 1_000_000),
    })),
  };
}

/** Plays with everything drawn that AWS does not tell, in a process of its own. */
function benchDraws(): DrawsBench {
  const assemblies = TOPOLOGIES.map((topology) => join(temporary, topology));
  return JSON.parse(run(process.execPath, [TSX, 'test/bench/draws-run.ts', String(DRAWS), ...assemblies]));
}

function measureAll() {
  const progress = (text: string) => process.stderr.write(`${text} ...\n`);
  progress(`Synthesizing ${RUNS + 1} times, in turns with an empty app`);
  const synth = benchSynth();
  progress('Synthesizing with the package, in turns with the same resources bare');
  const packageSynth = benchPackageSynth(RUNS);
  progress('Loading the Lambda bundles');
  const bundles = benchBundles();
  progress('Opening the emergency page on a slow network');
  const page = benchPage();
  progress('Rehearsing');
  const rehearsals = benchRehearsals();
  progress('Rehearsing every scenario, and with a million requests');
  const load = benchLoad();
  progress(`Rehearsing ${DRAWS} draws of what AWS does not tell`);
  const draws = benchDraws();
  return { node: process.version, runs: RUNS, synth, packageSynth, bundles, page, rehearsals, load, draws };
}

runBench(ABOUT, (json) => {
  const result = measureAll();
  if (json) {
    console.log(JSON.stringify(result));
  } else {
    print(result);
  }
});

function print({
  synth,
  packageSynth,
  bundles,
  page,
  rehearsals,
  load,
  draws,
}: ReturnType<typeof measureAll>): void {
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  console.log(`Medians of ${RUNS} runs, Node ${process.version}`);
  console.log(
    `synth          ${ms(synth.understudyMs)}, an empty CDK app ${ms(synth.emptyAppMs)}: ${synth.ratio.toFixed(2)} times`,
  );
  console.log(
    `package synth  ${ms(packageSynth.aMs)}, the same resources bare ${ms(packageSynth.bMs)}: ${packageSynth.ratio.toFixed(2)} times`,
  );
  for (const { name, bytes, importMs } of bundles) {
    console.log(`Lambda bundle  ${name}: ${bytes} bytes, import ${ms(importMs)}`);
  }
  for (const { name, wireBytes, requestsBeforePaint, firstPaintMs, axeViolations } of page.pages) {
    console.log(
      `page           ${name}: ${wireBytes} bytes with headers, ${requestsBeforePaint} further requests before the first paint, first paint ${ms(firstPaintMs)} (slow 3G), ${axeViolations} axe violations`,
    );
  }
  for (const { spreadSeconds, peak, ratio } of page.peaks) {
    console.log(
      `return         20000 waiting, spread ${spreadSeconds} s: at most ${peak} in one second, ${ratio.toFixed(2)} × even`,
    );
  }
  for (const { topology, ms: took, peakMb, requests, playedSeconds } of rehearsals) {
    console.log(
      `rehearsal      ${topology}: ${ms(took)} for ${playedSeconds} s of outage and ${requests} shopper requests, peak memory ${peakMb.toFixed(0)} MB`,
    );
  }
  console.log(`all scenarios  ${scenariosLine(load.scenarios)}`);
  for (const { topology, ...result } of load.requests) {
    console.log(`a million      ${topology}: ${requestsLine(result)}`);
  }
  for (const line of drawsLines(draws)) {
    console.log(line);
  }
}
