/** What can be told of a policy. `unknown` is neither: nothing is proved by it. */
export type Answer = 'yes' | 'no' | 'unknown';

/** Whether all hold: a single no settles it. Of none, yes. */
export function all(answers: readonly Answer[]): Answer {
  if (answers.includes('no')) {
    return 'no';
  }
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

/** Whether any holds: a single yes settles it. Of none, no. */
export function any(answers: readonly Answer[]): Answer {
  if (answers.includes('yes')) {
    return 'yes';
  }
  return answers.includes('unknown') ? 'unknown' : 'no';
}

export const answer = (holds: boolean): Answer => (holds ? 'yes' : 'no');
