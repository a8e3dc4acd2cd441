import fc from 'fast-check';
import { isOutdated } from '../../../../lambda/status-update/contract/newest';
import { dailyId } from '../../../../lambda/status-update/incident/daily-number';
import { newestOf } from '../../../../lambda/status-update/incident/newest';
import { INITIAL_STATE } from '../../../../lambda/status-update/state/incident-state';
import { simpleUpdate } from '../../channels/helpers/updates';
import { simpleIncident } from '../helpers/incidents';

const NEWEST = { schema: 1, incidentId: 'INC-20250301-07', round: 2, isOver: false } as const;

describe('the newest incident', () => {
  test('is unknown before the first', () => {
    expect(newestOf(INITIAL_STATE)).toBeUndefined();
  });

  test('is the one that goes on, and else the one that was closed last', () => {
    const closed = simpleIncident({ id: 'INC-20250301-06', round: 3 });
    const incident = simpleIncident({ id: 'INC-20250301-07', round: 2 });
    expect(newestOf({ incident, closed })).toEqual(NEWEST);
    expect(newestOf({ incident: null, closed })).toEqual({
      ...NEWEST,
      incidentId: 'INC-20250301-06',
      round: 3,
      isOver: true,
    });
  });

  test.each([
    ['of its own round while that goes on', { round: 2 }, NEWEST, false],
    ['of its own round once that is over', { round: 2 }, { ...NEWEST, isOver: true }, true],
    ['of the round before', { round: 1 }, NEWEST, true],
    [
      'of the next round, which the state does not know yet',
      { round: 3 },
      { ...NEWEST, isOver: true },
      false,
    ],
    ['of an earlier incident', { incidentId: 'INC-20250301-06', round: 3 }, NEWEST, true],
    ['of yesterday', { incidentId: 'INC-20250228-99', round: 1 }, NEWEST, true],
    ['of a later incident', { incidentId: 'INC-20250301-08', round: 1 }, NEWEST, false],
    ['that is an end', { round: 1, phase: 'resolved' as const }, { ...NEWEST, isOver: true }, false],
  ])('outdates an update %s', (_, update, newest, outdated) => {
    expect(isOutdated(simpleUpdate(update), newest)).toBe(outdated);
  });

  test('outdates those of earlier incidents, however many a day has', () => {
    const id = (count: number) => dailyId('INC', { day: '20250301', count });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), (one, other) => {
        const newest = { ...NEWEST, incidentId: id(other) };
        expect(isOutdated(simpleUpdate({ incidentId: id(one), round: 9 }), newest)).toBe(one < other);
      }),
    );
  });
});
