import { join } from 'node:path';
import type { UnderstudyProps } from '../../../lib/understudy-props';
import { type Comparison, compareStack } from '../compare/compare-stack';
import type { Gap } from '../compare/gaps';
import { plant } from '../compare/planted';
import { assemble, copyWith, templateOf } from '../stack/assembly';
import { readDeployed } from '../stack/deployed';
import type { Step } from '../steps';
import { changed, cutOver, READY } from '../stores';
import type { World } from '../world';
import { commandSteps } from './commands';
import { incident } from './incident';
import { lintStep } from './lint';
import { uninstallSteps } from './uninstall';

/** The life of a store of one topology: deployed, cut over, broken, changed meanwhile, mended, taken away, and again. */
export function topologyChapter(topology: 'edge' | 'dns', gaps: Set<Gap>, world: World): readonly Step[] {
  const assembled = (name: string, store: UnderstudyProps, terminationProtection = true): string =>
    assemble(join(world.folder, name), store, { terminationProtection });
  const ready = assembled('ready', READY[topology]);
  const open = assembled('open', cutOver(READY[topology]));
  const other = assembled('changed', changed(READY[topology]));
  const free = assembled('free', changed(READY[topology]), false);
  const deployed = (title: string, assembly: string): readonly Step[] => [
    { title, run: () => world.cdk.deploy(assembly).then(() => undefined) },
    { title: 'is as the template says', run: () => asTheTemplateSays(assembly, gaps, world) },
  ];
  const { begins, survives, ends } = incident(world);
  const planted = join(world.folder, 'planted');
  const steps: readonly Step[] = [
    lintStep([ready, open, other], world),
    { title: 'bootstraps', run: () => world.cdk.bootstrap(ready).then(() => undefined) },
    ...deployed('deploys with cutOver: false', ready),
    { title: 'notices each wrong property', run: () => noticesPlanted(open, planted, world) },
    ...deployed('cuts over', open),
    ...begins,
    ...deployed('deploys an update of nearly every prop', other),
    ...survives,
    ...ends,
    ...commandSteps(other, world),
    ...uninstallSteps(other, free, world),
    ...deployed('deploys again', ready),
  ];
  return steps.map((step) => ({ ...step, title: `${topology}: ${step.title}` }));
}

async function compare(assembly: string, world: World): Promise<Comparison> {
  const template = templateOf(assembly);
  return compareStack(template, await readDeployed(template, world));
}

async function asTheTemplateSays(assembly: string, gaps: Set<Gap>, world: World): Promise<string> {
  const { mistakes, resources, gaps: used } = await compare(assembly, world);
  if (mistakes.length > 0) {
    throw new Error(mistakes.map(({ text }) => text).join('\n'));
  }
  for (const gap of used) {
    gaps.add(gap);
  }
  return `${resources} resources`;
}

/** Deploys a template with wrong properties, and compares with the right one. */
async function noticesPlanted(assembly: string, folder: string, world: World): Promise<string> {
  const { template, resources } = plant(templateOf(assembly));
  copyWith(template, assembly, folder);
  await world.cdk.deploy(folder);
  const { mistakes } = await compare(assembly, world);
  const noticed = new Set(mistakes.map(({ logicalId }) => logicalId));
  const missed = [...resources].filter((id) => !noticed.has(id));
  const invented = [...noticed].filter((id) => !resources.has(id));
  if (missed.length + invented.length > 0) {
    throw new Error(`not noticed: ${missed.join(', ')}\nnoticed, but not planted: ${invented.join(', ')}`);
  }
  return `${resources.size} planted, ${noticed.size} noticed`;
}
