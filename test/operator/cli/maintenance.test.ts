import { DeployedStore } from './helpers/deployed-store';

let store: DeployedStore;
beforeEach(async () => {
  store = await DeployedStore.start();
});
afterEach(() => store.close());

describe('understudy maintenance', () => {
  test('opens no incident, mutes the outage alarm, and tells shoppers and calendars', async () => {
    expect(await store.run('maintenance', 'open', 'A bigger database', '--to', '+2h', '--yes')).toBe(0);
    await store.goDown();
    expect(store.world.subjects).toEqual([
      '[MAINTENANCE] IN PROGRESS 2025-03-01 10:00 to 12:00 UTC #MNT-20250301-01',
    ]);
    expect(store.status).toMatchObject({
      x_mode: 'maintenance',
      status: { indicator: 'maintenance' },
      x_messages: { en: 'A bigger database' },
    });
    expect(store.world.file('maintenance.ics')).toContain('DTEND:20250301T120000Z\r\nSTATUS:CONFIRMED');
    expect(store.calls('PutAlarmMuteRule')).toEqual([
      {
        Name: 'understudy-shop-example-com-outage-MNT-20250301-01',
        Description: 'Maintenance window, opened with "npx understudy maintenance"',
        Rule: { Schedule: { Expression: 'at(2025-03-01T10:01)', Duration: 'PT119M', Timezone: 'UTC' } },
        MuteTargets: { AlarmNames: ['shop.example.com-outage'] },
        ExpireDate: Date.parse('2025-03-01T12:01:00Z') / 1000,
      },
    ]);
  });

  test('mutes the outage alarm although the answer was lost and the SDK had to ask again', async () => {
    store.answersToLose = 1;
    expect(await store.run('maintenance', 'open', 'A bigger database', '--to', '+2h', '--yes')).toBe(0);
    expect(store.output).toContain('It was done before; nothing is sent again.');
    expect(store.world.messages).toHaveLength(1);
    expect(store.calls('PutAlarmMuteRule')).toHaveLength(1);
  });

  test('announces what still fails when it is closed', async () => {
    await store.run('maintenance', 'open', 'A bigger database', '--to', '+2h', '--yes');
    await store.goDown();
    store.world.wait(30);
    expect(await store.run('maintenance', 'close', '--yes')).toBe(0);
    expect(store.calls('DeleteAlarmMuteRule')).toEqual([
      { AlarmMuteRuleName: 'understudy-shop-example-com-outage-MNT-20250301-01' },
    ]);
    await store.wake();
    expect(store.world.subjects.at(-1)).toBe('[SEV1] INVESTIGATING store down #01');
    expect(store.world.file('maintenance.ics')).toContain('DTEND:20250301T103000Z');
  });

  test('fails when the alarm could not be muted, and says that the window is open all the same', async () => {
    store.mutesAreBroken = true;
    expect(await store.run('maintenance', 'open', 'A bigger database', '--to', '+2h', '--yes')).toBe(1);
    expect(store.output).toContain(
      'shop.example.com-outage: could not be muted, got "denied"; MNT-20250301-01 stands, mute the alarm yourself or expect its message',
    );
  });

  test('lasts as long as --to says, from its beginning on', async () => {
    await store.run('maintenance', 'open', 'A bigger database', '--from', '+10h', '--to', '+2h', '--yes');
    expect(store.world.subjects).toEqual([
      '[MAINTENANCE] SCHEDULED 2025-03-01 20:00 to 22:00 UTC #MNT-20250301-01',
    ]);
  });

  test('fails when the mute rule could not be deleted, and says that the window is closed all the same', async () => {
    await store.run('maintenance', 'open', 'A bigger database', '--to', '+2h', '--yes');
    store.mutesAreBroken = true;
    expect(await store.run('maintenance', 'close', '--yes')).toBe(1);
    expect(store.output).toContain(
      'understudy-shop-example-com-outage-MNT-20250301-01: could not be deleted, got "denied"; MNT-20250301-01 is closed, delete this alarm mute rule yourself: until its end shop.example.com-outage sends no message',
    );
  });

  test('is closed although its mute rule is gone', async () => {
    await store.run('maintenance', 'open', 'A bigger database', '--to', '+2h', '--yes');
    store.mutesAreGone = true;
    expect(await store.run('maintenance', 'close', '--yes')).toBe(0);
    expect(store.output).toContain('shop.example.com-outage may send messages again.');
  });

  test('begins and ends by itself, and is refused while another one is open', async () => {
    await store.run('maintenance', 'open', 'A bigger database', '--from', '+1h', '--to', '+1h', '--yes');
    expect(await store.run('maintenance', 'open', 'More', '--to', '+1h', '--yes')).toBe(1);
    expect(store.output).toContain('Refused: MNT-20250301-01 is scheduled; close it first');
    const modes: string[] = [];
    for (const minutes of [59, 1, 59, 1]) {
      store.world.wait(minutes);
      await store.wake();
      modes.push(store.status.x_mode);
    }
    expect(modes).toEqual(['normal', 'maintenance', 'maintenance', 'normal']);
    const times = '2025-03-01 11:00 to 12:00 UTC #MNT-20250301-01';
    expect(store.world.subjects).toEqual([
      `[MAINTENANCE] SCHEDULED ${times}`,
      `[MAINTENANCE] IN PROGRESS ${times}`,
      `[MAINTENANCE] COMPLETED ${times}`,
    ]);
  });

  test('is cancelled before it begins', async () => {
    await store.run('maintenance', 'open', 'A bigger database', '--from', '+1h', '--to', '+1h', '--yes');
    await store.run('maintenance', 'close', '--yes');
    expect(store.world.file('maintenance.ics')).toMatch(/SEQUENCE:1\r\n[\s\S]*STATUS:CANCELLED/);
  });

  test('says nothing in the feed of a window that is over about work to come', async () => {
    await store.run('maintenance', 'open', 'We will be closed', '--from', '+1h', '--to', '+1h', '--yes');
    await store.run('maintenance', 'close', '--yes');
    const [cancelled, scheduled] = store.world.file('history.atom').split('<entry>').slice(1);
    expect(scheduled).toContain('We will be closed');
    expect(cancelled).toContain('[Cancelled] Planned maintenance');
    expect(cancelled).not.toContain('We will be closed');
    expect(cancelled).toContain('Our planned maintenance has been cancelled.');
  });

  test('begins now however many windows were cancelled before, each with an id of its own', async () => {
    for (let window = 0; window < 7; window += 1) {
      await store.run('maintenance', 'open', 'Later', '--from', '+48h', '--to', '+2h', '--yes');
      await store.run('maintenance', 'close', '--yes');
    }
    expect(await store.run('maintenance', 'open', 'Now', '--to', '+2h', '--yes')).toBe(0);
    const subject = store.world.messages.at(-1)?.subject;
    expect(subject).toMatch(/^\[MAINTENANCE\] IN PROGRESS .*#MNT-20250301-08$/);
    const names = store.calls('PutAlarmMuteRule').map((call) => (call as { Name: string }).Name);
    expect(new Set(names).size).toBe(8);
    await store.goDown();
    expect(store.world.messages.at(-1)?.subject).toBe(subject);
    expect(store.world.file('maintenance.ics').match(/BEGIN:VEVENT/g)).toHaveLength(5);
  });
});
