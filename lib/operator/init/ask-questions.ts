import type { Answers } from './answers';
import { isEmpty, mistakesIn } from './mistakes';
import { type Question, type QuestionDeps, withAnswer } from './question';
import { QUESTIONS } from './questions';

/** One question, as it is put to a person. */
export interface Prompt {
  readonly kind: Question['kind'];
  readonly ask: string;
  readonly hint?: string | undefined;
  /** The answer where a person just presses Enter. */
  readonly fallback?: string | undefined;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** What is wrong with an answer; it is asked again then. */
  readonly mistake: (given: string | boolean) => string | undefined;
}

/** Puts a question to a person until the answer has no mistake. @throws InitCancelled */
export type Prompter = (prompt: Prompt) => Promise<string | boolean>;

/** A person gave up. Nothing was written. */
export class InitCancelled extends Error {
  override readonly name = 'InitCancelled';
}

/**
 * Asks for what the options have not said.
 * @param given the keys that options have said
 * @throws InitCancelled
 */
export async function askQuestions(
  answers: Answers,
  given: ReadonlySet<string>,
  { prompt, ...deps }: QuestionDeps & { readonly prompt: Prompter },
): Promise<Answers> {
  let known = answers;
  for (const question of QUESTIONS) {
    if (given.has(question.key) || question.applies?.(known) === false) {
      continue;
    }
    known = withAnswer(known, question, await prompt(promptFor(question, known, deps)));
  }
  return known;
}

function promptFor(question: Question, answers: Answers, deps: QuestionDeps): Prompt {
  const { kind, ask, hint } = question;
  return {
    kind,
    ask,
    hint,
    fallback: fallbackOf(question, answers, deps),
    ...('choices' in question && { choices: question.choices }),
    mistake: (given) => mistakesIn(question, withAnswer(answers, question, given))[0],
  };
}

/** Answers of options and of nobody: each question that has a usual answer gets it. */
export function withFallbacks(answers: Answers, deps: QuestionDeps): Answers {
  return QUESTIONS.reduce((known, question) => {
    const fallback = fallbackOf(question, known, deps);
    const isOpen = isEmpty(known[question.key]) && question.applies?.(known) !== false;
    return isOpen && fallback !== undefined ? withAnswer(known, question, fallback) : known;
  }, answers);
}

function fallbackOf(question: Question, answers: Answers, deps: QuestionDeps): string | undefined {
  return 'fallback' in question ? question.fallback?.(answers, deps) : undefined;
}
