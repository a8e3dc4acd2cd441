import { refusedUpdates } from '../../../lib/operator/verify/update/refused-updates';
import type { Resources } from '../../../lib/operator/verify/update/resources';
import { wholeTemplate } from '../../operator/verify/update/whole-template';
import { namesAndRecords } from '../stack/names-and-records';
import { PAIRS, type Pair, version01 } from '../stack/pairs';
import { type StackApi, stackApi } from '../stack/stack-api';
import type { Step } from '../steps';
import type { World } from '../world';

/**
 * Updates from one template to another: the emulator, with AWS's rules for records, aliases, names and replacements, takes
 * what `verify --app` says that AWS takes, and refuses what it says that AWS refuses.
 */
export function updatesChapter({ env }: Pick<World, 'env'>): readonly Step[] {
  const stacks = stackApi(env);
  return PAIRS.map((pair, index) => ({
    title: `update: ${pair.title}`,
    standsAlone: true,
    run: () => updated(`Pair${index}`, pair, stacks),
  }));
}

async function updated(name: string, pair: Pair, stacks: StackApi): Promise<string> {
  const before = templateOf(pair.before);
  const after = templateOf(pair.after);
  const told = refusedUpdates(before, after).map(({ subject, because }) => `${subject} ${because}`);
  try {
    const created = await stacks.create(name, before);
    if (created !== undefined) {
      throw new Error(`the first deployment was refused: ${created}`);
    }
    const refused = await stacks.update(name, after);
    if ((refused === undefined) !== (told.length === 0)) {
      throw new Error(
        `verify --app says: ${told.join('; ') || 'nothing'}\nthe emulator: ${refused ?? 'took it'}`,
      );
    }
    return refused === undefined
      ? 'taken, as verify --app says'
      : `refused, as verify --app says: ${refused}`;
  } finally {
    await stacks.remove(name);
  }
}

const templateOf = (store: Pair['before']): Resources =>
  namesAndRecords(typeof store === 'string' ? (version01(store) as Resources) : wholeTemplate(store));
