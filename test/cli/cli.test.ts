import { STORE_DOWN } from '../lambda/status-update/helpers/symptoms';
import { DeployedStore } from './helpers/deployed-store';

let store: DeployedStore;
beforeEach(async () => {
  store = await DeployedStore.start();
});
afterEach(() => store.close());

const goDown = () => store.wake(store.world.change(STORE_DOWN, 'ALARM'));
const shoppersRead = () => JSON.parse(store.world.file('status.json'));

describe('understudy status', () => {
  test('shows what it will send, asks, and tells on-call and shoppers', async () => {
    await goDown();
    const code = await store.run(
      'status',
      'We found the cause',
      ...['--state', 'identified', '--expected-back', '+90m', '--text', 'pl=Znamy przyczynę'],
    );
    expect(code).toBe(0);
    expect(store.questions).toBe(1);
    expect(store.output).toContain('[SEV1] IDENTIFIED shop.example.com: store down #INC-20250301-01');
    expect(store.output).toContain('pl: Znamy przyczynę');
    expect(store.world.subjects.at(-1)).toBe('[SEV1] IDENTIFIED store down #01');
    expect(shoppersRead()).toMatchObject({
      x_mode: 'emergency',
      x_expected_back_at: '2025-03-01T11:30:00.000Z',
      x_messages: { en: 'We found the cause', pl: 'Znamy przyczynę' },
    });
    const [incident] = JSON.parse(store.world.file('summary.json')).incidents;
    expect(incident).toMatchObject({
      status: 'identified',
      incident_updates: [{ body: 'We found the cause' }, {}],
    });
  });

  test('sends nothing without a yes', async () => {
    await goDown();
    store.answer = false;
    expect(await store.run('status', 'We found the cause')).toBe(1);
    expect(store.world.messages).toHaveLength(1);
    expect(store.output).toContain('Nothing was sent.');
  });

  test('does not ask when it is told not to', async () => {
    await goDown();
    expect(await store.run('status', 'We found the cause', '--yes')).toBe(0);
    expect(store.questions).toBe(0);
    expect(store.world.messages).toHaveLength(2);
  });

  test('is forgotten when the store comes back, and when it goes down again', async () => {
    await goDown();
    await store.run('status', 'We found the cause', '--state', 'identified', '--yes');
    store.world.wait(1);
    await store.wake(store.world.change(STORE_DOWN, 'OK'));
    expect(shoppersRead().x_messages.en).toBe('Our store is open again. We keep watching it.');
    await store.run('status', 'It was the database', '--yes');
    expect(shoppersRead().x_messages).toEqual({ en: 'It was the database' });
    store.world.wait(1);
    await goDown();
    expect(shoppersRead().x_messages.en).toBe(
      'Our store is closed for now. We know about it and are working on it.',
    );
  });

  test('nudges the person who speaks, then speaks itself', async () => {
    await goDown();
    await store.run('status', 'We found the cause', '--yes');
    for (let minute = 0; minute < 15; minute += 1) {
      store.world.wait(1);
      await store.wake();
    }
    expect(store.world.subjects.slice(2)).toEqual([
      '[SEV1] UPDATE DUE store down #01',
      '[SEV1] STILL DOWN store down #01',
    ]);
    expect(store.world.messages[2]?.body).toContain(
      'YOU      oncall-shop: the next update is due, and you speak.',
    );
  });

  test.each([
    [['status', 'x'], 'Refused: there is no incident to speak of; alarms open one', 1],
    [['status'], 'status: must be one text, got []; put it in quotes', 2],
    [['status', 'two', 'texts'], 'status: must be one text, got ["two","texts"]; put it in quotes', 2],
    [
      ['status', 'x', '--state', 'resolved'],
      '--state: must be investigating or identified, got "resolved"',
      2,
    ],
    [
      ['status', 'x', '--expected-back', 'soon'],
      '--expected-back: must be a time, got "soon"; write now, 14:30',
      2,
    ],
    [
      ['status', 'x', '--expected-back', '2025-03-01T09:00Z'],
      '--expected-back: must lie in the future, got "2025-03-01T09:00Z"; name a later time',
      2,
    ],
    [
      ['status', 'x', '--text', 'polski'],
      '--text: must be language=text, got "polski"; write it like pl="..."',
      2,
    ],
    [
      ['status', 'x'.repeat(501)],
      'texts: must have a language tag such as pl or zh-Hant and 1 to 500 characters each, in at most 20 languages, got en with 501',
      2,
    ],
    [
      ['status', 'x', '--text', 'PL=Znamy'],
      'in at most 20 languages, got en with 1 characters, PL with 5 characters; shorten or correct them',
      2,
    ],
    [['status', 'x', '--loud'], "Unknown option '--loud'", 2],
    [['shout'], 'understudy: does not know this command, got "shout"; there are status, retract', 2],
    [['deployed', 'v 1'], 'deployed: must be 1 to 40 ASCII characters without spaces, got "v 1"', 2],
    [['maintenance', 'pause'], 'maintenance: must be open or close, got "pause"; see --help', 2],
    [['maintenance', 'open', 'x'], '--to: is missing, got nothing; say when the work ends, such as +2h', 2],
    [['maintenance', 'close'], 'Refused: there is no maintenance window to close', 1],
    [['retract'], 'Refused: nobody has said anything that could be taken back', 1],
  ])('fails by name: %j', async (args, message, code) => {
    expect(await store.run(...args)).toBe(code);
    expect(store.output).toContain(message);
    expect(store.world.messages).toEqual([]);
  });
});

describe('who speaks', () => {
  const ARN = 'arn:aws:sts::111122223333:assumed-role/OnCall/ola@example.com';
  const speak = async () => {
    await goDown();
    store.world.wait(1);
    await store.run('status', 'We found the cause', '--yes');
    await store.wake(store.world.change(STORE_DOWN, 'OK'));
    store.world.wait(5);
    await store.wake();
    return store.world.records.find(({ key }) => key.endsWith('.md'))?.body;
  };

  test('is named in the review, and nowhere in public', async () => {
    store.arn = ARN;
    expect(await speak()).toContain(ARN);
    for (const { body } of store.world.files) expect(body).not.toContain('assumed-role');
  });

  test('is a person without a name where AWS does not say', async () => {
    store.arn = undefined;
    expect(await speak()).toContain('person');
  });
});

describe('understudy retract', () => {
  test('takes the last words out of the status and out of the feed', async () => {
    await goDown();
    await store.run('status', 'It was the databse', '--state', 'identified', '--yes');
    expect(await store.run('retract', '--yes')).toBe(0);
    expect(store.world.subjects.at(-1)).toBe('[SEV1] CORRECTION store down #01');
    for (const file of ['status.json', 'summary.json', 'history.atom']) {
      expect(store.world.file(file)).not.toContain('databse');
    }
    expect(await store.run('retract', '--yes')).toBe(1);
    expect(store.output).toContain('nobody has said anything about INC-20250301-01');
  });
});

describe('understudy retract, when every alarm is OK again', () => {
  const FILES = ['status.json', 'summary.json', 'history.atom'];
  beforeEach(async () => {
    await goDown();
    await store.run('status', 'It was the databse', '--yes');
    store.world.wait(1);
    await store.wake(store.world.change(STORE_DOWN, 'OK'));
  });

  test('takes the words out of the feeds while the incident is watched, and tells on-call', async () => {
    expect(store.world.file('history.atom')).toContain('databse');
    expect(await store.run('retract', '--yes')).toBe(0);
    expect(store.world.subjects.at(-1)).toBe('[SEV1] CORRECTION store down #01');
    for (const file of FILES) expect(store.world.file(file)).not.toContain('databse');
  });

  test('takes the words out of the feeds when the incident is over, and shows them first', async () => {
    store.world.wait(5);
    await store.wake();
    store.answer = false;
    expect(await store.run('retract')).toBe(1);
    expect(store.output).toContain('What it does: INC-20250301-01 takes back "It was the databse".');
    expect(store.world.file('history.atom')).toContain('databse');
    expect(await store.run('retract', '--yes')).toBe(0);
    expect(store.world.subjects.at(-1)).toBe('[SEV1] RESOLVED store down #01');
    for (const file of FILES) expect(store.world.file(file)).not.toContain('databse');
    expect(await store.run('retract', '--yes')).toBe(1);
  });
});

describe('understudy maintenance', () => {
  test('opens no incident, mutes the outage alarm, and tells shoppers and calendars', async () => {
    expect(await store.run('maintenance', 'open', 'A bigger database', '--to', '+2h', '--yes')).toBe(0);
    await goDown();
    expect(store.world.subjects).toEqual([
      '[MAINTENANCE] IN PROGRESS 2025-03-01 10:00 to 12:00 UTC #MNT-20250301-01',
    ]);
    expect(shoppersRead()).toMatchObject({
      x_mode: 'maintenance',
      status: { indicator: 'maintenance' },
      x_messages: { en: 'A bigger database' },
    });
    expect(store.world.file('maintenance.ics')).toContain('DTEND:20250301T120000Z\r\nSTATUS:CONFIRMED');
    expect(store.calls('PutAlarmMuteRule')).toEqual([
      {
        Name: 'understudy-MNT-20250301-01',
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
    await goDown();
    store.world.wait(30);
    expect(await store.run('maintenance', 'close', '--yes')).toBe(0);
    expect(store.calls('DeleteAlarmMuteRule')).toEqual([{ AlarmMuteRuleName: 'understudy-MNT-20250301-01' }]);
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

  test('begins and ends by itself, and is refused while another one is open', async () => {
    await store.run('maintenance', 'open', 'A bigger database', '--from', '+1h', '--to', '+2h', '--yes');
    expect(await store.run('maintenance', 'open', 'More', '--to', '+1h', '--yes')).toBe(1);
    expect(store.output).toContain('Refused: MNT-20250301-01 is scheduled; close it first');
    const modes: string[] = [];
    for (const minutes of [59, 1, 59, 1]) {
      store.world.wait(minutes);
      await store.wake();
      modes.push(shoppersRead().x_mode);
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
    await store.run('maintenance', 'open', 'A bigger database', '--from', '+1h', '--to', '+2h', '--yes');
    await store.run('maintenance', 'close', '--yes');
    expect(store.world.file('maintenance.ics')).toMatch(/SEQUENCE:1\r\n[\s\S]*STATUS:CANCELLED/);
  });

  test('says nothing in the feed of a window that is over about work to come', async () => {
    await store.run('maintenance', 'open', 'We will be closed', '--from', '+1h', '--to', '+2h', '--yes');
    await store.run('maintenance', 'close', '--yes');
    const [cancelled, scheduled] = store.world.file('history.atom').split('<entry>').slice(1);
    expect(scheduled).toContain('We will be closed');
    expect(cancelled).toContain('[Cancelled] Planned maintenance');
    expect(cancelled).not.toContain('We will be closed');
    expect(cancelled).toContain('Our planned maintenance will not take place.');
  });

  test('begins now however many windows were cancelled before, each with an id of its own', async () => {
    for (let window = 0; window < 7; window += 1) {
      await store.run('maintenance', 'open', 'Later', '--from', '+48h', '--to', '+50h', '--yes');
      await store.run('maintenance', 'close', '--yes');
    }
    expect(await store.run('maintenance', 'open', 'Now', '--to', '+2h', '--yes')).toBe(0);
    const subject = store.world.messages.at(-1)?.subject;
    expect(subject).toMatch(/^\[MAINTENANCE\] IN PROGRESS .*#MNT-20250301-08$/);
    const names = store.calls('PutAlarmMuteRule').map((call) => (call as { Name: string }).Name);
    expect(new Set(names).size).toBe(8);
    await goDown();
    expect(store.world.messages.at(-1)?.subject).toBe(subject);
    expect(store.world.file('maintenance.ics').match(/BEGIN:VEVENT/g)).toHaveLength(5);
  });
});

describe('understudy deployed', () => {
  test('names the version in messages of an outage', async () => {
    expect(await store.run('deployed', 'v1.2.3', '--yes')).toBe(0);
    expect(store.output).toContain('On-call is told nothing.');
    store.world.wait(17);
    await goDown();
    expect(store.world.messages[0]?.body).toContain(
      'Deploy   v1.2.3 at 2025-03-01 10:00 UTC, 17 min before it began',
    );
  });
});

describe('understudy drill', () => {
  test('marks every message of what breaks next', async () => {
    await store.run('drill', '+1h', '--yes');
    await goDown();
    const [declared, message] = store.world.messages;
    expect(declared?.subject).toBe('[DRILL] DECLARED until 2025-03-01 11:00 UTC shop.example.com');
    expect(declared?.body).toContain('What breaks at shop.example.com until 2025-03-01 11:00 UTC\n');
    expect(message?.subject).toMatch(/^\[DRILL\] \[SEV1\] INVESTIGATING /);
    expect(message?.sms).toMatch(/^DRILL SEV1 /);
    expect(message?.body).toContain('| DRILL');
    expect(shoppersRead().x_drill).toBe(true);
  });

  test('ends for what breaks from then on', async () => {
    await store.run('drill', '+1h', '--yes');
    await store.run('drill', 'now', '--yes');
    await goDown();
    expect(store.world.subjects.slice(1)).toEqual([
      '[DRILL] OVER shop.example.com',
      '[SEV1] INVESTIGATING store down #01',
    ]);
  });

  test.each([
    ['+24h', 0, '[DRILL] DECLARED until 2025-03-02 10:00 UTC'],
    ['+9999h', 1, 'Refused: drill: must end within 24 h, got 2026-04-22T01:00:00.000Z; declare a longer one'],
  ])('lasts a day at most: %s', async (until, code, says) => {
    expect(await store.run('drill', until, '--yes')).toBe(code);
    expect(store.output).toContain(says);
    expect(store.world.messages).toHaveLength(1 - code);
  });
});

describe('understudy', () => {
  test('says how to sign in where there are no credentials', async () => {
    store.signedIn = false;
    expect(await store.run('status', 'x')).toBe(1);
    expect(store.output).toBe(
      'credentials: must be valid, got "Could not load credentials from any providers"; sign in as for the AWS CLI, such as with "aws sso login" or AWS_PROFILE',
    );
  });

  test.each([[[]], [['--help']], [['status', '--help']], [['maintenance', '-h']]])(
    'explains itself: %j',
    async (args) => {
      expect(await store.run(...args)).toBe(0);
      expect(store.output).toContain('Usage: npx understudy');
    },
  );
});
