import type { RehearsalResult } from '../../lib/rehearsal/judge/result';
import { timelineOf } from '../../lib/rehearsal/report/timeline';
import { rehearse } from '../../lib/rehearsal/run/rehearse';
import type { ScenarioFault } from '../../lib/rehearsal/scenario/fault';
import type { Scenario } from '../../lib/rehearsal/scenario/scenario';
import { exampleAssembly } from '../helpers/example-assembly';
import { editedAssembly } from './helpers/edited-assembly';
import { ORIGIN_REFUSES } from './helpers/origin-refuses';

const unconfirmed = (fromSeconds: number, toSeconds: number): ScenarioFault => ({
  kind: 'unconfirmed',
  protocols: ['email', 'https'],
  fromSeconds,
  toSeconds,
  text: 'nobody has confirmed an e-mail address',
});

const { endSeconds } = ORIGIN_REFUSES;
/** The same outage, while nobody has confirmed what needs it. */
const UNCONFIRMED: Scenario = {
  ...ORIGIN_REFUSES,
  faults: [...ORIGIN_REFUSES.faults, unconfirmed(0, endSeconds)],
};

const protocols = ({ events }: RehearsalResult) =>
  new Set(events.flatMap((event) => (event.kind === 'message' ? [event.protocol] : [])));
const misses = ({ verdict }: RehearsalResult) =>
  verdict.findings.filter(({ passed }) => !passed).map(({ what }) => what);
const texts = (result: RehearsalResult) => timelineOf(result).map(({ text }) => text);

describe('rehearsal with subscriptions that nobody has confirmed', () => {
  test('tells on-call of the outage by text message all the same, and of its end later than promised', async () => {
    const result = await rehearse({ assembly: await exampleAssembly('edge'), scenario: UNCONFIRMED });
    expect(protocols(result)).toEqual(new Set(['sms']));
    expect(result.verdict.times.alertMs).toBeGreaterThan(0);
    expect(texts(result)).toContain('FAULT: nobody has confirmed an e-mail address');
    // Phones don't ring for "up again"; they do for "resolved".
    expect(misses(result)).toEqual([
      'on-call is told that it is over',
      'messages to nobody: no subscription to "Understudy" is confirmed',
    ]);
  });

  test('is missed, in words, where nobody has confirmed anything', async () => {
    const edited = await editedAssembly('edge', (resources) => {
      for (const [id, { Type, Properties }] of Object.entries(resources)) {
        if (Type === 'AWS::SNS::Subscription' && Properties['Protocol'] === 'sms') {
          delete resources[id];
        }
      }
    });
    try {
      const result = await rehearse({ assembly: edited.directory, scenario: UNCONFIRMED });
      expect(protocols(result)).toEqual(new Set());
      expect(misses(result)).toContain('on-call has a message');
      expect(misses(result)).toContain('messages to nobody: no subscription to "Understudy" is confirmed');
      expect(texts(result)).toContainEqual(
        expect.stringMatching(
          /^SNS: "Understudy" to nobody, as no subscription is confirmed: .*INVESTIGATING/,
        ),
      );
    } finally {
      edited.remove();
    }
  });

  test('tells everybody of what comes once they are confirmed', async () => {
    const faults = [...ORIGIN_REFUSES.faults, unconfirmed(0, 600)];
    const result = await rehearse({
      assembly: await exampleAssembly('edge'),
      scenario: { ...ORIGIN_REFUSES, faults },
    });
    const subjects = result.events.flatMap((event) =>
      event.kind === 'message' && event.protocol === 'email' ? [event.subject] : [],
    );
    expect(subjects.join()).not.toContain('INVESTIGATING');
    expect(subjects.join()).toContain('RESOLVED');
  });
});
