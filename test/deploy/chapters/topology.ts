import { join } from 'node:path';
import { type Comparison, compareStack } from '../compare/compare-stack';
import type { Gap } from '../compare/gaps';
import { plant } from '../compare/planted';
import { assemble, copyWith, templateOf } from '../stack/assembly';
import { readDeployed } from '../stack/deployed';
import type { Step } from '../steps';
import { changed, cutOver, READY } from '../stores';
import type { World } from '../world';
import { incidentSteps } from './incident';

/** A store of one topology: deployed, cut over, changed. */
export function topologyChapter(topology: 'edge' | 'dns', gaps: Set<Gap>, world: World): readonly Step[] {
  const ready = assemble(world.folder, `${topology}-ready`, READY[topology]);
  const open = assemble(world.folder, `${topology}-open`, cutOver(READY[topology]));
  const other = assemble(world.folder, `${topology}-changed`, changed(READY[topology]));
  const deployed = (title: string, assembly: string): readonly Step[] => [
    { title: `${topology}: ${title}`, run: () => world.cdk.deploy(assembly).then(() => undefined) },
    { title: `${topology}: is as the template says`, run: () => asTheTemplateSays(assembly, gaps, world) },
  ];
  return [
    { title: `${topology}: bootstraps`, run: () => world.cdk.bootstrap(ready).then(() => undefined) },
    ...deployed('deploys with cutOver: false', ready),
    {
      title: `${topology}: notices each wrong property`,
      run: () => noticesPlanted(open, join(world.folder, `${topology}-planted`), world),
    },
    ...deployed('cuts over', open),
    ...incidentSteps(topology, world),
    ...deployed('deploys an update of nearly every prop', other),
  ];
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
