import { holderOf } from '../../../lambda/status-update/contract/hold';
import { dateTime } from '../../../lambda/status-update/contract/times';
import type { CliContext } from './cli-context';
import type { Answered } from './preview';
import type { StorePlace } from './stack-reader';

/** What the status-update function knows of a hold: nothing is held, somebody holds, or it could not be asked. */
export type KnownHold =
  | { readonly kind: 'auto' }
  | ({ readonly kind: 'held' } & NonNullable<Answered['held']>)
  | { readonly kind: 'unknown'; readonly because: string };

/** Asks the function, which alone knows who holds and until when. It may be broken while people need to look. */
export async function heldOf(
  place: StorePlace,
  { aws, newId }: Pick<CliContext, 'aws' | 'newId'>,
): Promise<KnownHold> {
  try {
    const { stacks, statusFunction } = aws;
    const { functionName } = await stacks.outputs(place);
    const command = { kind: 'show-failover', id: newId() } as const;
    const reply = await statusFunction.ask(functionName, {
      source: 'understudy.cli',
      preview: true,
      command,
    });
    if (reply.kind === 'refused') {
      return { kind: 'unknown', because: reply.because };
    }
    return reply.held === undefined ? { kind: 'auto' } : { kind: 'held', ...reply.held };
  } catch (error) {
    return { kind: 'unknown', because: error instanceof Error ? error.message : String(error) };
  }
}

/** Who holds and until when, or why that is not known. */
export function describeHolder(hold: KnownHold): string {
  switch (hold.kind) {
    case 'held':
      return `on ${hold.side.toUpperCase()} by ${holderOf(hold)} until ${dateTime(hold.endsAtMs)}`;
    case 'auto':
      return 'by nobody that the status-update function knows of';
    case 'unknown':
      return `by whom and until when is not known: ${hold.because}`;
  }
}
