import type { Answers } from './answers';

/** Keys of answers of one type. */
type KeysOf<T> = { [K in keyof Answers]: Answers[K] extends T ? K : never }[keyof Answers];

interface CommonQuestion {
  /** The option on the command line, with its value: `--domain <name>`. */
  readonly option: string;
  /** What the help says of it. */
  readonly help: string;
  /** What is asked, in a line. */
  readonly ask: string;
  /** Where the answer is found, or what it looks like. */
  readonly hint?: string;
  /** Whether it has to be asked. @default - always */
  readonly applies?: (answers: Answers) => boolean;
  /** Beginnings of what validation says of a wrong answer. @default - nothing but the type is checked */
  readonly props?: readonly string[];
  /** Whether no answer will do. @default false */
  readonly optional?: boolean;
}

/** One line of text, or several things in one line. */
export interface TextQuestion extends CommonQuestion {
  readonly kind: 'text' | 'list';
  readonly key: KeysOf<string> | KeysOf<readonly string[]>;
  /** The answer where a person gives none. @default - none */
  readonly fallback?: (answers: Answers, deps: QuestionDeps) => string;
}

/** One of some words. */
export interface ChoiceQuestion extends CommonQuestion {
  readonly kind: 'one of';
  readonly key: 'topology';
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** Yes or no. */
export interface YesNoQuestion extends CommonQuestion {
  readonly kind: 'yes or no';
  readonly key: 'small';
}

export type Question = TextQuestion | ChoiceQuestion | YesNoQuestion;

/** What answers may be guessed from. */
export interface QuestionDeps {
  /** Of this machine, as IANA names it. */
  readonly timeZone: string;
}

/** The option's name: `--domain`. */
export const flagOf = ({ option }: Pick<Question, 'option'>): string => option.split(' ')[0] ?? option;

/** An answer given as text: lists are separated by commas or spaces. */
export function withAnswer(answers: Answers, question: Question, given: string | boolean): Answers {
  const { key, kind } = question;
  if (typeof given === 'boolean') {
    return { ...answers, [key]: given };
  }
  const text = given.trim();
  return { ...answers, [key]: kind === 'list' ? text.split(/[\s,]+/).filter((one) => one !== '') : text };
}
