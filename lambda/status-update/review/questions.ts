import { paragraph, type Section } from '../../document/document';

const INTRODUCTION =
  'A machine knows what is above, and no more. Copy the Markdown beside this file to where you work together, and answer there:';

/** Nobody is to blame, and no machine knows why. */
const QUESTIONS: readonly string[] = [
  'What did people do, and when?',
  'When did customers hear of it, from whom, and was it enough?',
  'How many orders were lost, how many people wrote or called, what did vouchers cost?',
  'What made it possible, likelier or worse? There is rarely one cause.',
  'What helped for now? What will last?',
  'What went well, what did not, where were we lucky?',
  'Who does what by when, to prevent it, notice it, soften it or tell of it better?',
];

const NOTE =
  'Which of the drafts below goes out to customers, and when? […] stands for what only people know; leave out what does not apply, and have a native speaker read translations.';

const DRILL_QUESTIONS: readonly string[] = [
  'What was the hypothesis, such as "the emergency page within 60 s, no order lost", and did it hold?',
  'What was broken on purpose, how far could it reach, when would you have stopped?',
  'Who took part, who watched, who was left out?',
  'Did the times above meet the targets? What surprised you, what is wrong in the runbook?',
  'What is the verdict, and when is the next drill?',
];

/** What only people know, as questions for their meeting. */
export const questions = (drill: boolean): Section => ({
  heading: 'Questions for people',
  blocks: [
    paragraph(INTRODUCTION),
    { kind: 'list', items: drill ? [...DRILL_QUESTIONS, ...QUESTIONS] : [...QUESTIONS, NOTE] },
  ],
});
