import { findMistakes } from '../../validation/validate-props';
import type { Answers } from './answers';
import { flagOf, type Question } from './question';
import { QUESTIONS } from './questions';
import { propsOf } from './store-code';

/**
 * What is wrong with the answer to one question, in the words of synth; empty when nothing is. Questions that come later
 * are taken as answered well.
 */
export function mistakesIn(question: Question, answers: Answers): readonly string[] {
  const { key, optional = false, props = [] } = question;
  if (isEmpty(answers[key]) && !optional) {
    return [missing(question)];
  }
  return findMistakes(propsOf(withSamples(answers))).filter((mistake) =>
    props.some((prop) => mistake.startsWith(prop)),
  );
}

/** Every mistake, each under the option that it is about. */
export function allMistakes(answers: Answers): readonly string[] {
  const needed = QUESTIONS.filter(({ applies }) => applies?.(answers) ?? true);
  // What has a usual answer lacks it only because an answer lacks that it comes from.
  const open = needed.filter(
    (one) => isEmpty(answers[one.key]) && one.optional !== true && !('fallback' in one),
  );
  if (open.length > 0) {
    return open.map((one) => `${flagOf(one)}: ${missing(one)}`);
  }
  return findMistakes(propsOf(answers)).map((mistake) => {
    const about = needed.find(({ props = [] }) => props.some((prop) => mistake.startsWith(prop)));
    return about === undefined ? mistake : `${flagOf(about)}: ${mistake}`;
  });
}

const missing = ({ hint }: Question): string => `is missing${hint === undefined ? '' : `, such as ${hint}`}`;

export const isEmpty = (answer: Answers[keyof Answers]): boolean =>
  answer === '' || (Array.isArray(answer) && answer.length === 0);

/** Answers that go with those that are there. */
function withSamples(answers: Answers): Answers {
  const domainName = answers.domainName || 'shop.example.com';
  const samples = {
    domainName,
    zoneName: domainName,
    zoneId: 'Z0123456789EXAMPLE',
    store: ['8.8.8.8'],
    probedPath: '/',
    probedText: 'Shop',
    probedHost: 'shop.example.net',
    runbookUrl: 'https://example.com',
    storeName: 'Shop',
    languages: ['en'],
  };
  const missing = Object.entries(samples).filter(([key]) => isEmpty(answers[key as keyof Answers]));
  return { ...answers, ...Object.fromEntries(missing) };
}
