import type { Announcement } from '../../../../lambda/status-update/incident/announcement';
import { firstMove } from '../../../../lambda/status-update/message/first-move';
import { NOTHING_KNOWN, simpleAnnouncement } from '../helpers/announcements';
import { SETTINGS } from '../helpers/settings';

/** Four checkers of the home page, of which as many pass. */
const checkers = (passing: number) => ({
  ...NOTHING_KNOWN,
  endpoints: [
    {
      label: 'home',
      reports: [0, 1, 2, 3].map((index) => ({ region: 'eu-west-1', passed: index < passing })),
    },
  ],
});
const deployedAt = (time: string) => ({
  deployment: { version: 'v1.2.3', atMs: Date.parse(`2025-03-01T${time}Z`) },
});
const EDGE: Partial<Announcement> = { scope: { kind: 'edge-outage', labels: ['edge'] } };
const move = (changes: Partial<Announcement>, numbers = NOTHING_KNOWN) =>
  firstMove(simpleAnnouncement(changes), numbers, SETTINGS.STORE).text;
const ALIVE = 'is the origin alive? "npx understudy failover" quotes what each checker gets.';
const OPEN = ' Is the store well after all? "npx understudy failover hold primary" opens it.';

// It began with the minute from 09:57 on.
describe('first move of on-call', () => {
  test.each([
    ['09:27:00', 'roll back v1.2.3: out 30 min before this began.'],
    ['09:56:00', 'roll back v1.2.3: out 1 min before this began.'],
    ['09:57:59', 'roll back v1.2.3: out under 1 min before this began.'],
  ])('is to roll back what was deployed at %s, whatever else is known', (time, text) => {
    expect(move(deployedAt(time), checkers(0))).toBe(text);
    expect(move({ ...EDGE, ...deployedAt(time) }, checkers(4))).toBe(text);
  });

  test.each(['09:26:59', '09:58:00'])('is not to roll back what was deployed at %s', (time) => {
    expect(move(deployedAt(time), checkers(0))).toBe(ALIVE + OPEN);
  });

  test.each<[string, Partial<Announcement>, number, string]>([
    ['whether the origin lives', {}, 0, ALIVE + OPEN],
    [
      'whether the origin lives behind a standby',
      { scope: { kind: 'on-standby', labels: ['store'] } },
      0,
      ALIVE + OPEN.replace('opens it', 'leads back to it'),
    ],
    ['whether an endpoint lives', { scope: { kind: 'endpoint-down', labels: ['checkout'] } }, 0, ALIVE],
    ['that it stays up', {}, 4, 'see that it stays up; the alarms follow within minutes.'],
    [
      'certificate and firewall',
      EDGE,
      4,
      "all checkers pass: look at the origin's certificate and firewall, which they don't test.",
    ],
    ['for a sick server', EDGE, 3, 'some checkers fail: look for one sick server among several.'],
  ])('is to look %s', (_, changes, passing, text) => {
    expect(move(changes, checkers(passing))).toBe(text);
  });

  test.each<[string, Partial<Announcement>, string]>([
    ['a store that is down', {}, `open the runbook.${OPEN}`],
    [
      'errors at the edge',
      EDGE,
      "open the runbook. If all checkers pass, look at the origin's certificate and firewall.",
    ],
    [
      'slow responses',
      { scope: { kind: 'slow', labels: ['origin'] } },
      'open the runbook. Others: nothing to do.',
    ],
  ])('is the runbook for %s while Route 53 says nothing', (_, changes, text) => {
    expect(move(changes)).toBe(text);
  });
});
