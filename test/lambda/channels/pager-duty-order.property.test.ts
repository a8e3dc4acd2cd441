import fc from 'fast-check';
import { pagerDutyEvent } from '../../../lambda/channels/pager-duty';
import { simpleUpdate } from './helpers/updates';

type Alert = 'closed' | 'triggered' | 'acknowledged';
type Update = ReturnType<typeof simpleUpdate>;

/** An incident that was resolved twice and is back for the third time, as it was told. */
const TOLD: readonly Update[] = [
  simpleUpdate({ update: 1, round: 1, kind: 'opened' }),
  simpleUpdate({ update: 2, round: 1, kind: 'acknowledged' }),
  simpleUpdate({ update: 3, round: 1, kind: 'resolved', phase: 'resolved' }),
  simpleUpdate({ update: 4, round: 2, kind: 'relapsed' }),
  simpleUpdate({ update: 5, round: 2, kind: 'acknowledged' }),
  simpleUpdate({ update: 6, round: 2, kind: 'resolved', phase: 'resolved' }),
  simpleUpdate({ update: 7, round: 3, kind: 'relapsed' }),
];

/** Messages in any order, some of them twice: Lambda and SNS try again. */
const deliveries = fc
  .array(fc.constantFrom(...TOLD), { maxLength: 4 })
  .chain((copies) => fc.shuffledSubarray([...TOLD, ...copies], { minLength: TOLD.length + copies.length }));

const NEXT = {
  trigger: (alert: Alert): Alert => (alert === 'closed' ? 'triggered' : alert),
  acknowledge: (alert: Alert): Alert => (alert === 'closed' ? alert : 'acknowledged'),
  resolve: (): Alert => 'closed',
};

/** What PagerDuty shows, by the rule that one key is one alert, and that only a trigger opens it. */
function alertsAfter(updates: readonly Update[]): ReadonlyMap<string, Alert> {
  const alerts = new Map<string, Alert>();
  for (const update of updates) {
    const { dedup_key: key, event_action: action } = pagerDutyEvent(update, 'key');
    alerts.set(key, NEXT[action](alerts.get(key) ?? 'closed'));
  }
  return alerts;
}

const ofRound = (wanted: number) => (update: Update) => update.round === wanted;

describe('alerts of an incident that keeps coming back', () => {
  test('the one that goes on calls people, in whatever order messages come', () => {
    fc.assert(
      fc.property(deliveries, (updates) => {
        const { dedup_key: current } = pagerDutyEvent(simpleUpdate({ round: 3 }), 'key');
        expect(alertsAfter(updates).get(current)).toBe('triggered');
      }),
    );
  });

  test('each is as its own messages leave it', () => {
    fc.assert(
      fc.property(deliveries, fc.integer({ min: 1, max: 3 }), (updates, round) => {
        const alone = [...alertsAfter(updates.filter(ofRound(round)))];
        expect([...alertsAfter(updates)]).toEqual(expect.arrayContaining(alone));
      }),
    );
  });

  test('all that came in order are closed but the last', () => {
    expect([...alertsAfter(TOLD)]).toEqual([
      ['INC-20250301-07 shop.example.com', 'closed'],
      ['INC-20250301-07 (2) shop.example.com', 'closed'],
      ['INC-20250301-07 (3) shop.example.com', 'triggered'],
    ]);
  });
});
