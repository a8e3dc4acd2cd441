import { claimOldest, doubt, enqueue, release, settle } from '../../../../lambda/status-update/outbox/outbox';
import type { OutboxEntry } from '../../../../lambda/status-update/state/outbox-entry';

const MESSAGE = { subject: 's', body: 'b', sms: 'm' };
const LEASE_MS = 45_000;

/** A message that nobody has begun to send, but with `changes`. */
const simpleEntry = (id: string, changes: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id,
  reminder: false,
  leasedUntilMs: 0,
  message: MESSAGE,
  ...changes,
});
const ids = (outbox: readonly OutboxEntry[]) => outbox.map(({ id }) => id);

describe('outbox', () => {
  test('keeps messages in the order they were decided', () => {
    expect(ids(enqueue([simpleEntry('1')], simpleEntry('2')))).toEqual(['1', '2']);
  });

  test('lets a newer message take the place of an unsent reminder', () => {
    const outbox = [simpleEntry('INC#1'), simpleEntry('INC#2', { reminder: true })];
    expect(ids(enqueue(outbox, simpleEntry('INC#3')))).toEqual(['INC#1', 'INC#3']);
  });

  test.each(['DRILL#1', 'MNT#1', 'HOLD#1', 'INC-2#1'])(
    'keeps a reminder beside news of something else: %s',
    (id) => {
      const outbox = [simpleEntry('INC#2', { reminder: true })];
      expect(ids(enqueue(outbox, simpleEntry(id)))).toEqual(['INC#2', id]);
    },
  );

  test('keeps a reminder that somebody may be sending', () => {
    const outbox = [simpleEntry('INC#2', { reminder: true, leasedUntilMs: 1 })];
    expect(ids(enqueue(outbox, simpleEntry('INC#3')))).toEqual(['INC#2', 'INC#3']);
  });

  test('forgets the oldest message when more than 20 wait', () => {
    const many = Array.from({ length: 20 }, (_, index) => simpleEntry(`${index + 1}`));
    expect(enqueue(many.slice(1), simpleEntry('21'))).toHaveLength(20);
    expect(ids(enqueue(many, simpleEntry('21'))).slice(0, 2)).toEqual(['2', '3']);
    expect(ids(enqueue(many, simpleEntry('21')))).toHaveLength(20);
  });

  test.each([
    [99_000, ['1', '2']],
    [101_000, ['2']],
    [300_000, ['2']],
  ])('keeps, of messages with %i bytes each, within 200 kB: %j', (bytes, left) => {
    const large = (id: string) => simpleEntry(id, { message: { ...MESSAGE, body: 'b'.repeat(bytes) } });
    expect(ids(enqueue([large('1')], large('2')))).toEqual(left);
  });

  test.each([
    [4, '1'],
    [5, '2'],
  ])('lets others overtake a message that was refused %i times: %s is next', (refusals, next) => {
    const outbox = [simpleEntry('1', { refusals }), simpleEntry('2'), simpleEntry('3')];
    expect(claimOldest(outbox, 0, true)).toMatchObject({ kind: 'claimed', entry: { id: next } });
    expect(claimOldest(outbox, 0)).toMatchObject({ kind: 'claimed', entry: { id: '1' } });
  });

  test('is empty when nothing but messages that were set aside waits', () => {
    expect(claimOldest([simpleEntry('1', { refusals: 5 })], 0, true)).toEqual({ kind: 'empty' });
  });

  test('is busy while somebody sends a message that overtakes another', () => {
    const outbox = [simpleEntry('1', { refusals: 5 }), simpleEntry('2', { leasedUntilMs: LEASE_MS })];
    expect(claimOldest(outbox, 0).kind).toBe('busy');
  });

  test.each([
    [998, 1],
    [999, 0],
  ])('after %i refusals and one more holds the message so many times: %i', (refusals, times) => {
    expect(release([simpleEntry('1', { refusals })], '1')).toHaveLength(times);
  });

  test("keeps a reminder to on-call beside the second contact's, and drops an older one to the same people", () => {
    const [still, second] = [
      simpleEntry('INC#1', { reminder: true }),
      { to: 'second-contact', reminder: true } as const,
    ];
    const both = enqueue([still], simpleEntry('INC#1@second', second));
    expect(ids(both)).toEqual(['INC#1', 'INC#1@second']);
    expect(ids(enqueue(both, simpleEntry('INC#2@second', second)))).toEqual(['INC#1', 'INC#2@second']);
  });

  test('keeps what the second contact may not have got when on-call gets newer news', () => {
    const doubtful = simpleEntry('INC#1@second-contact', { to: 'second-contact', doubts: 1 });
    expect(ids(settle([doubtful, simpleEntry('INC#2')], 'INC#2'))).toEqual(['INC#1@second-contact']);
    const newer = simpleEntry('INC#2@second-contact', { to: 'second-contact' });
    expect(ids(settle([doubtful, newer], newer.id))).toEqual([]);
  });

  test('is empty when nothing waits', () => {
    expect(claimOldest([], 0)).toEqual({ kind: 'empty' });
  });

  test('hands out the oldest message first', () => {
    const claim = claimOldest([simpleEntry('1'), simpleEntry('2')], 100);
    const entry = simpleEntry('1', { leasedUntilMs: 100 + LEASE_MS });
    expect(claim).toEqual({ kind: 'claimed', entry, outbox: [entry, simpleEntry('2')] });
  });

  test.each([
    [LEASE_MS - 1, 'busy'],
    [LEASE_MS, 'claimed'],
    [LEASE_MS + 1, 'claimed'],
  ])('is, %i ms after a claim, %s', (laterMs, kind) => {
    const outbox = [simpleEntry('1', { leasedUntilMs: LEASE_MS }), simpleEntry('2')];
    expect(claimOldest(outbox, laterMs).kind).toBe(kind);
  });

  test('drops a message that was sent', () => {
    expect(ids(settle([simpleEntry('1'), simpleEntry('2')], '1'))).toEqual(['2']);
  });

  test('frees a message that could not be sent', () => {
    const outbox = [simpleEntry('1', { leasedUntilMs: 9 }), simpleEntry('2', { leasedUntilMs: 9 })];
    expect(release(outbox, '1')).toEqual([
      simpleEntry('1', { refusals: 1 }),
      simpleEntry('2', { leasedUntilMs: 9 }),
    ]);
  });

  test.each([
    [{}, 1, 60_000],
    [{ doubts: 1 }, 2, 15 * 60_000],
    [{ doubts: 7 }, 8, 15 * 60_000],
  ])('lets a message %j that nobody answered wait, after %i doubts for %i ms', (known, doubts, pauseMs) => {
    const outbox = doubt([simpleEntry('1', { ...known, leasedUntilMs: 9 })], '1', 1_000);
    expect(outbox).toEqual([simpleEntry('1', { doubts, notBeforeMs: 1_000 + pauseMs })]);
  });

  test.each([
    [99, '2'],
    [100, '1'],
    [101, '1'],
  ])('at %i ms, of a message that waits until 100 ms and one behind it, hands out %s', (nowMs, next) => {
    const outbox = [simpleEntry('1', { notBeforeMs: 100 }), simpleEntry('2')];
    expect(claimOldest(outbox, nowMs)).toMatchObject({ kind: 'claimed', entry: { id: next } });
  });

  const doubtful = (id: string, quiet?: boolean) =>
    simpleEntry(id, { doubts: 1, message: { ...MESSAGE, quiet } });
  test.each([
    ['one that rings phones and may not have been sent', doubtful('INC#1'), undefined],
    ['one that is as quiet', doubtful('INC#1', true), true],
    ['one on another subject', doubtful('MNT#1'), true],
  ])('hands out a quiet message behind %s', (_, older, quiet) => {
    const outbox = [
      { ...older, notBeforeMs: 9 },
      simpleEntry('INC#2', { message: { ...MESSAGE, quiet: true } }),
    ];
    const claim = claimOldest(outbox, 0);
    expect(claim.kind === 'claimed' && [claim.entry.id, claim.entry.message.quiet]).toEqual(['INC#2', quiet]);
    expect(claim.kind === 'claimed' && claim.outbox[1]).toEqual(claim.kind === 'claimed' && claim.entry);
  });

  test.each([
    ['the older doubtful ones on its subject', [doubtful('INC#1'), doubtful('INC#2')], false, []],
    ['one on its subject that is as quiet', [doubtful('INC#1', true)], true, []],
    ['not one that rings phones, if it rings none', [doubtful('INC#1')], true, ['INC#1']],
    ['not one on another subject', [doubtful('MNT#1')], false, ['MNT#1']],
    ['not one that waits for its first try', [simpleEntry('INC#1')], false, ['INC#1']],
  ])('drops with a message that was sent %s', (_, older, quiet, left) => {
    const sent = simpleEntry('INC#3', { message: { ...MESSAGE, quiet } });
    expect(ids(settle([...older, sent, doubtful('INC#4')], 'INC#3'))).toEqual([...left, 'INC#4']);
  });
});
