import { renderHtml } from '../../../../lambda/document/render-html';
import { renderMarkdown } from '../../../../lambda/document/render-markdown';
import { reviewDocument } from '../../../../lambda/status-update/review/review-document';
import { at, sent, series, simpleEvidence, simpleReviewDue } from '../helpers/reviews';
import { SETTINGS } from '../helpers/settings';

const EVIDENCE = simpleEvidence({
  alarmChanges: [{ atMs: at('09:57'), alarmName: 'store-down', summary: 'Alarm updated from OK to ALARM' }],
  series: [series('low', { '09:55': 0, '09:56': 92, '10:10': 60 }), series('high', { '09:56': 12 })],
  messages: [
    sent('09:58', 1, 'opened', '10:13'),
    sent('10:13', 2, 'still', '10:18'),
    sent('10:20', 3, 'recovered', '10:26'),
    sent('10:25', 4, 'resolved'),
  ],
  failed: { requests: 1_234, minutes: 9 },
});
const BEGAN = { startedAtMs: at('09:56') };
const markdown = (due = simpleReviewDue(BEGAN), evidence = EVIDENCE, store = SETTINGS.STORE) =>
  renderMarkdown(reviewDocument(due, evidence, store));

describe('review', () => {
  const review = markdown();

  test('has what is recorded, asks people for the rest, and leaves nothing to be filled in', () => {
    expect(review.match(/^#+ .*/gm)).toEqual([
      '# Review INC-20250301-07: shop.example.com, store down',
      '## Summary',
      '## Impact',
      '## Times',
      '## Charts',
      '## Timeline',
      '## What automation did',
      '## Communication',
      '## Questions for people',
      '## Draft of a note to customers',
      '## Draft of a note to customers: pl',
    ]);
    expect(review).toContain('- What helped for now? What will last?');
    expect(review).not.toContain('hypothesis');
    expect(review).not.toMatch(/root cause|fill in/i);
  });

  test('counts times from the first sign', () => {
    expect(review).toContain(
      "It lasted 24 min, from the first failing datapoint, 2025-03-01 09:56 UTC (10:56 Europe/Warsaw), to the last alarm's OK.",
    );
    expect(review).toMatch(/\| Detected \(first alarm\) \| .*09:57 UTC.* \| 1 min \|/);
    expect(review).toMatch(/\| Alerted \(first message\) \| .*09:58 UTC.* \| 2 min \|/);
    expect(review).toMatch(/\| Acknowledged \(first command of a person\) \| nobody gave a command \|/);
    expect(review).toMatch(/\| Mitigated \(.*\) \| .*09:56 UTC.* \| under 1 min \|/);
    expect(review).toMatch(/\| Recovered \(every alarm OK\) \| .*10:20 UTC.* \| 24 min \|/);
  });

  test('counts the time until somebody gave a command', () => {
    const acknowledged = markdown(simpleReviewDue({ ...BEGAN, acknowledgedAtMs: at('10:01') }));
    expect(acknowledged).toMatch(
      /\| Acknowledged \(first command of a person\) \| .*10:01 UTC.* \| 5 min \|/,
    );
    expect(acknowledged).toContain('| 2025-03-01 10:01 UTC | person | First command: acknowledged |');
  });

  test('says that it is a first one until the incident is resolved', () => {
    expect(review).not.toContain('Preliminary');
    const first = markdown(simpleReviewDue({ resolvedAtMs: null }));
    expect(first).toContain('Preliminary: every alarm is OK, but the incident is not resolved yet');
    expect(first).toContain('| Resolved (stayed well) | not yet |');
  });

  test('estimates what was lost in the time that it names', () => {
    expect(review).toContain('Lost: about 1,234 requests failed at CloudFront (estimates).');
    const revenuePerMinute = { amount: 100, currency: 'EUR' };
    expect(markdown(simpleReviewDue(BEGAN), EVIDENCE, { ...SETTINGS.STORE, revenuePerMinute })).toContain(
      'up to 24 min x 100 = 2,400 EUR of sales',
    );
  });

  test('drafts an apology without a cause, from the first sign on', () => {
    expect(review).toContain(
      'On 1 March 2025, between 10:56 and 11:20 (Europe/Warsaw), you could not use our store. We are sorry about this.',
    );
  });

  test('shows charts as inline SVG, and in words', () => {
    const html = renderHtml(reviewDocument(simpleReviewDue(), EVIDENCE, SETTINGS.STORE));
    expect(html.match(/<polyline [^>]*points="\d+,\d+/g)).toHaveLength(2);
    expect(review).toContain('responses with 5xx: 92 % at worst, at 09:56 UTC');
    expect(review).toContain('checkers that see home healthy: 12 % at worst, at 09:56 UTC');
  });

  test('lists every message to on-call, and whether it came as promised', () => {
    expect(review).toContain('On-call got 4 messages, reminders included.');
    expect(review).toContain('| 1 | 2025-03-01 09:58 UTC | it began |  |');
    expect(review).toContain(
      '| 2 | 2025-03-01 10:13 UTC | it goes on (reminder) | 2025-03-01 10:13 UTC: kept |',
    );
    expect(review).toContain(
      '| 3 | 2025-03-01 10:20 UTC | every alarm is OK | 2025-03-01 10:18 UTC: 2 min late |',
    );
    expect(review).not.toContain('Not on record');
    const messages = EVIDENCE.messages.slice(1);
    const shortened = markdown(simpleReviewDue(), { ...EVIDENCE, messages });
    expect(shortened).toContain('Not on record any more: the first 1.');
  });

  test('says what could not be read', () => {
    const bare = markdown(simpleReviewDue(), simpleEvidence({ alarmChanges: undefined }));
    expect(bare).toContain('The alarm history could not be read; it is left out.');
    expect(bare).toContain('No metric could be read.');
    expect(bare).toContain('Nothing was measured.');
    expect(bare).toContain('| Alerted (first message) | not known any more |');
  });
});

describe('report of a drill', () => {
  const report = markdown(simpleReviewDue({ drill: true }));

  test('asks for hypothesis, stop conditions and verdict, and apologizes to nobody', () => {
    expect(report).toMatch(/^# Drill report INC-20250301-07/);
    expect(report).toContain('- What was the hypothesis, such as');
    expect(report).not.toContain('We are sorry');
  });
});
