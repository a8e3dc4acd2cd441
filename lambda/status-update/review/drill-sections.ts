import type { Section } from '../document/document';

/** What a drill's report has besides what every review has. */
export function drillSections(): readonly Section[] {
  return [
    {
      heading: 'The drill',
      blocks: [
        { kind: 'blank', prompt: 'Hypothesis, such as "the emergency page within 60 s, no order lost":' },
        { kind: 'blank', prompt: 'What was broken on purpose, how far it could reach, when to stop:' },
        { kind: 'blank', prompt: 'Owner, proctor, participants, observers, who was left out:' },
        { kind: 'blank', prompt: 'Did the times below meet the targets? Surprises, mistakes in runbooks:' },
        { kind: 'blank', prompt: 'Verdict, and the date of the next drill:' },
      ],
    },
  ];
}
