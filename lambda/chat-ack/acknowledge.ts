import * as z from 'zod/mini';
import type { CommandRequest } from '../status-update/contract/command';
import { IN_CHAT } from '../status-update/contract/in-chat';

/** The fields of the status-update function's answer that the chat shows. */
const replySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('refused'), because: z.string() }),
  z.object({ kind: z.literal('done'), done: z.string(), problems: z.array(z.string()) }),
]);

/** Asks the status-update function, and returns what it answered. */
export type Ask = (request: CommandRequest) => Promise<unknown>;

/** What the chat shows when nothing is known of the outcome. */
export const NO_ANSWER =
  'Not acknowledged, unless a message says so: status updates gave no answer. On a computer: npx understudy ack';

/**
 * Acknowledges the running incident, and says in one text what came of it.
 *
 * @param id of the command: one that comes twice takes effect once
 * @throws Error when the function gave no answer, or one in another form
 */
export async function acknowledge(id: string, ask: Ask): Promise<string> {
  const command = { kind: 'ack', id } as const;
  const answer = await ask({ source: 'understudy.cli', preview: false, by: IN_CHAT, command });
  const reply = replySchema.parse(answer);
  return reply.kind === 'refused'
    ? `Not acknowledged: ${reply.because}`
    : [reply.done, ...reply.problems.map((problem) => `Will retry: ${problem}`)].join('\n');
}
