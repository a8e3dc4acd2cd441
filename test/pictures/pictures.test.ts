import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { playRun } from '../../lib/rehearsal/cli/play-run';
import { launchBrowser } from '../helpers/browser';
import { exampleAssembly } from '../helpers/example-assembly';
import { ORIGIN_REFUSES } from '../rehearsal/helpers/origin-refuses';
import { drawScene } from './draw-scene';
import { type Scene, scenes } from './scenes';

const README = readFileSync(join(__dirname, '../../README.md'), 'utf8');
const PICTURES = join(__dirname, '../../.github/pictures');

/** What nobody could miss in each picture. */
const SEEN: Readonly<Record<string, readonly string[]>> = {
  page: ['Example Shop', 'We have found the cause', 'Example Shop on Amazon', 'in 40 minutes'],
  alert: ['[SEV1]', 'store down', 'WHAT', 'NEXT'],
  report: ['Rehearsal of shop.example.com', 'origin refuses'],
  live: ['Rehearsal of shop.example.com', 'down', 'SECONDARY', 'store down'],
  runbook: ['shop.example.com'],
  review: ['INC-20261127-01'],
};

describe('pictures of the README', () => {
  let browser: Browser;
  let all: readonly Scene[];
  beforeAll(async () => {
    browser = await launchBrowser();
    const assembly = await exampleAssembly('edge');
    all = scenes({ assembly, report: await playRun({ assembly, scenario: ORIGIN_REFUSES, seed: 1 }) });
  });
  afterAll(() => browser?.close());

  test('are those that the script draws, at most 150 kB each', () => {
    const shown = [...README.matchAll(/\.github\/pictures\/(\w+)\.png/g)].map(([, name]) => name);
    expect([...new Set(shown)].sort()).toEqual(all.map(({ name }) => name).sort());
    const sizes = all.map(({ name }) => ({ name, bytes: statSync(join(PICTURES, `${name}.png`)).size }));
    expect(sizes.filter(({ bytes }) => bytes > 150_000)).toEqual([]);
  });

  test.each(Object.keys(SEEN))('can be drawn from the thing itself, the same each time: %s', async (name) => {
    const scene = all.find((one) => one.name === name) as Scene;
    let text = '';
    const watched: Scene = {
      ...scene,
      show: async (page) => {
        await scene.show(page);
        text = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ');
      },
    };
    const [first, second] = [await drawScene(browser, watched), await drawScene(browser, scene)];
    for (const words of SEEN[name] ?? []) {
      expect(text).toContain(words);
    }
    expect(first.equals(second)).toBe(true);
  });
});
