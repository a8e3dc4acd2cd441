import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { playAll } from '../../lib/rehearsal/cli/play-all';
import { builtInScenarios } from '../../lib/rehearsal/scenario/load-scenario';
import { launchBrowser } from '../helpers/browser';
import { exampleAssembly } from '../helpers/example-assembly';
import { drawScene } from './draw-scene';
import { scenes } from './scenes';

const FOLDER = join(__dirname, '../../.github/pictures');

/** `npm run pictures`: draws the README's pictures again, from the example as it is now. */
async function draw(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const [assembly, dns] = await Promise.all([exampleAssembly('edge'), exampleAssembly('dns')]);
  const report = await playAll(
    { assemblies: [assembly, dns], scenarios: builtInScenarios(), seed: 1 },
    { show: () => undefined, clear: () => undefined },
  );
  const browser = await launchBrowser();
  try {
    for (const scene of scenes({ assembly, report })) {
      await drawScene(browser, scene, join(FOLDER, `${scene.name}.png`));
      process.stdout.write(`${scene.name}.png\n`);
    }
  } finally {
    await browser.close();
  }
}

void draw();
