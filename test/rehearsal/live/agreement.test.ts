import { timesOf } from '../../../lib/rehearsal/judge/verdict/times';
import type { TimedEvent } from '../../../lib/rehearsal/kernel/event-log';
import { describeEvent } from '../../../lib/rehearsal/report/describe-event';
import { exampleAssembly } from '../../helpers/example-assembly';
import { aTally } from '../helpers/a-tally';
import type { Play } from './helpers/play';
import { playLive } from './helpers/play-live';
import { playVirtually, type VirtualPlay } from './helpers/play-virtually';

/** With this one the same alarm is the first one even when everything comes half a minute late. */
const SEED = 12;
const SPEED = 60;
const MINUTE = 60_000;
/** Longer than it may take until on-call knows: see the predictions. */
const DOWN_MS = 4 * MINUTE;
const PATIENCE_MS = 8 * MINUTE;
/** How late this machine may be, in milliseconds of the rehearsal's time: 0.7 seconds of wall time. */
const LATE_MS = 700 * SPEED;

/** What differs between two outages however alike they are: dates, times, durations, counts, sums. */
const VARYING = /INC-\d{8}|\d{4}-\d{2}-\d{2}|\d{2}:\d{2}|[\d,]+(?= (?:%|min\b|requests|EUR))/g;
/** Which of several alarms is in ALARM already is a matter of seconds, and so is what was measured last. */
const BY_SECONDS = /(?<=^Reason: ).*|(?<=^(?:Metric|Checkers) ).*|(?<=#alarmsV2:alarm\/).*/gm;

const alike = (text: string): string =>
  text.replaceAll(BY_SECONDS, '…').replaceAll(/\s+/g, ' ').replaceAll(VARYING, '…');

/** Whether an event belongs to the story whoever shops meanwhile; single symptoms come and go by their traffic. */
function isMain(event: TimedEvent): boolean {
  switch (event.kind) {
    case 'health-check':
      return event.healthCheck.endsWith(' store');
    case 'alarm':
      return event.alarmName.endsWith('-outage');
    case 'message':
      return event.protocol === 'email' && event.topic === 'Understudy';
    default:
      return event.kind === 'fault' || event.kind === 'dns-answer';
  }
}

const storyOf = ({ events }: Play) =>
  events
    .filter(isMain)
    .map((event) => (event.kind === 'fault' ? `fault ${event.phase}` : alike(describeEvent(event) ?? '')));

/** To people; what webhooks get has signatures and times all over. */
const messagesOf = ({ events }: Play, topic: string) =>
  events
    .filter((event) => event.kind === 'message')
    .filter((message) => message.topic === topic && message.protocol !== 'https')
    .map(({ protocol, endpoint, subject, body }) => ({
      to: `${protocol} ${endpoint}`,
      subject: alike(subject),
      body: alike(body),
    }));

/** Those of them that need no tally of shoppers. */
const measured = ({ events, failsMs, repairedMs }: Play) =>
  timesOf({
    events,
    failsMs,
    repairedMs,
    counted: { failsMs, failsAgainMs: [], repairedMs, repairedAgainMs: [] },
    shoppers: aTally({ startMs: failsMs, failsMs, repairedMs }, []),
  });

describe.each(['edge', 'dns'] as const)('live and played rehearsal of the same outage: %s', (topology) => {
  let live: Play;
  let played: VirtualPlay;

  beforeAll(async () => {
    const assembly = await exampleAssembly(topology);
    live = await playLive({ assembly, speed: SPEED, seed: SEED, downMs: DOWN_MS, patienceMs: PATIENCE_MS });
    played = await playVirtually({ assembly, seed: SEED, like: live });
  });

  test('tell the same story', () => {
    expect(storyOf(live)).toEqual(storyOf(played));
  });

  test('send the same messages about the incident', () => {
    expect(messagesOf(live, 'Understudy').map(({ to }) => to.split(' ')[0])).toEqual([
      'email',
      'sms',
      'email',
    ]);
    expect(messagesOf(live, 'Understudy')).toEqual(messagesOf(played, 'Understudy'));
  });

  test('send the same plain alarms, or none while the function has the incident in hand in time', () => {
    const sent = [live, played]
      .map((play) => messagesOf(play, 'Understudy alarms'))
      .filter(({ length }) => length > 0);
    expect(new Set(sent.map((messages) => JSON.stringify(messages))).size).toBeLessThanOrEqual(1);
  });

  test.each([
    ['before', [200, 303, 200, 200, 404]],
    ['during', [503, 503, 503, 503, 503]],
    ['after', [200, 303, 200, 200, 404]],
  ] as const)('give shoppers the same, byte for byte: %s', (phase, statuses) => {
    expect(live.got[phase].map(({ status }) => status)).toEqual(statuses);
    expect(live.got[phase]).toEqual(played.got[phase]);
  });

  test('begin one session for a shopper who keeps cookies, and keep the basket in it through the outage', () => {
    for (const { got } of [live, played]) {
      const all = [...got.before, ...got.during, ...got.after];
      expect(all.filter(({ beginsSession }) => beginsSession)).toEqual([got.before[0]]);
      expect(got.before[2]?.text).toContain('In your basket: 1');
      expect(got.after[2]?.text).toContain('In your basket: 2');
    }
  });

  test('send what common platforms send for caches, a kind of page each', () => {
    const sent = [undefined, 'private, no-store', 'private, no-store', 'public, max-age=30', undefined];
    for (const { got } of [live, played]) {
      expect(got.before.map(({ cacheControl }) => cacheControl)).toEqual(sent);
    }
  });

  test('show the emergency page, and not just any 503, while the store is down', () => {
    const [home, form, ...pages] = live.got.during.map(({ text }) => text);
    for (const text of [home, ...pages]) {
      expect(text).toContain('understudy-emergency-page');
    }
    expect(form).toMatch(/understudy-emergency-page|did not reach our store/);
  });

  test.each(['detectMs', 'dnsMs', 'alertMs', 'recoveredMs'] as const)(
    'take as long as predicted: %s',
    (time) => {
      const { earliestMs = Number.NaN, latestMs = Number.NaN } = played.predicted[time] ?? {};
      const [liveMs = Number.NaN, playedMs = Number.NaN] = [measured(live)[time], measured(played)[time]];
      expect(playedMs).toBeGreaterThanOrEqual(earliestMs);
      expect(playedMs).toBeLessThanOrEqual(latestMs);
      expect(liveMs).toBeGreaterThanOrEqual(earliestMs - LATE_MS);
      expect(liveMs).toBeLessThanOrEqual(latestMs + LATE_MS);
    },
  );
});
