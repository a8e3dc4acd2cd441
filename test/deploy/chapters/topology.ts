import { compareStack } from '../compare/compare-stack';
import type { Gap } from '../compare/gaps';
import { assemble, templateOf } from '../stack/assembly';
import { readDeployed } from '../stack/deployed';
import type { Step } from '../steps';
import { changed, cutOver, READY } from '../stores';
import type { World } from '../world';

/** A store of one topology: deployed, cut over, changed. */
export function topologyChapter(topology: 'edge' | 'dns', gaps: Set<Gap>, world: World): readonly Step[] {
  const ready = assemble(world.folder, `${topology}-ready`, READY[topology]);
  const open = assemble(world.folder, `${topology}-open`, cutOver(READY[topology]));
  const other = assemble(world.folder, `${topology}-changed`, changed(READY[topology]));
  const compared = async (assembly: string): Promise<string> => {
    const template = templateOf(assembly);
    const { mistakes, resources, gaps: used } = compareStack(template, await readDeployed(template, world));
    if (mistakes.length > 0) {
      throw new Error(mistakes.join('\n'));
    }
    for (const gap of used) {
      gaps.add(gap);
    }
    return `${resources} resources`;
  };
  const deployed = (title: string, assembly: string): readonly Step[] => [
    { title: `${topology}: ${title}`, run: () => world.cdk.deploy(assembly).then(() => undefined) },
    { title: `${topology}: is as the template says`, run: () => compared(assembly) },
  ];
  return [
    { title: `${topology}: bootstraps`, run: () => world.cdk.bootstrap(ready).then(() => undefined) },
    ...deployed('deploys with cutOver: false', ready),
    ...deployed('cuts over', open),
    ...deployed('deploys an update of nearly every prop', other),
  ];
}
