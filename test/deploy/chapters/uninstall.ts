import { join } from 'node:path';
import { run } from '../machine/run';
import type { Step } from '../steps';
import type { World } from '../world';

const LEFT = join(__dirname, '../read-back/left.py');

/**
 * What the README says stays behind on purpose, by its kind. The emulator makes no validation records of ACM, and what
 * `cdk bootstrap` made is not counted.
 */
const KEPT: Readonly<Record<string, number>> = { buckets: 3, keys: 1, tables: 1 };

/** A deployed store is taken away. */
export function uninstallSteps(isProtected: string, isFree: string, world: World): readonly Step[] {
  return [
    {
      title: 'cdk destroy is refused while the stack is protected',
      run: async () => {
        const refusal = await world.cdk.destroy(isProtected).then(
          () => undefined,
          (error: Error) => error.message,
        );
        if (!/protect/i.test(refusal ?? '')) {
          throw new Error(`the stack is gone, or something else is wrong: ${refusal}`);
        }
        return undefined;
      },
    },
    {
      title: 'cdk destroy takes it away without the protection',
      run: async () => {
        await world.cdk.deploy(isFree);
        await world.cdk.destroy(isFree);
        return undefined;
      },
    },
    { title: 'nothing stays behind but what the README lists', run: () => nothingElse(world) },
  ];
}

async function nothingElse({ python, env }: World): Promise<string> {
  const { code, stdout, stderr } = await run(python, [LEFT], { env, timeoutSeconds: 120 });
  if (code !== 0) {
    throw new Error(stderr.trim().split('\n').at(-1));
  }
  const left: Record<string, string[]> = JSON.parse(stdout);
  const counts = Object.fromEntries(Object.entries(left).map(([kind, names]) => [kind, names.length]));
  const kinds = new Set([...Object.keys(counts), ...Object.keys(KEPT)]);
  const wrong = [...kinds].filter((kind) => counts[kind] !== KEPT[kind]);
  if (wrong.length > 0) {
    throw new Error(wrong.map((kind) => `${kind}: ${left[kind]?.join(', ') ?? 'none'}`).join('\n'));
  }
  return Object.entries(counts)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
}
