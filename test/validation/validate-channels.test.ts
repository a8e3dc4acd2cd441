import { Channel } from '../../lib/status-updates/channels/channel';
import { validateChannels } from '../../lib/validation/validate-channels';

const secretArn = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:shop/slack-AbC123';

describe('onCall.channels', () => {
  test.each([
    ['none', undefined],
    ['an empty list', []],
    ['one of each', [Channel.pagerDuty({ secretArn }), Channel.slack({ secretArn }), Channel.amazonQ()]],
    [
      'two of a kind under two names',
      [Channel.slack({ secretArn }), { ...Channel.slack({ secretArn }), name: 'slack-2' }],
    ],
  ])('accept %s', (_what, channels) => {
    expect(validateChannels(channels)).toEqual([]);
  });

  test('fail with two of one name', () => {
    expect(validateChannels([Channel.slack({ secretArn }), Channel.slack({ secretArn })])).toEqual([
      'onCall.channels[1].name: must be unique, got "slack"; give it a name of its own, such as { ...Channel.slack({ secretArn }), name: "slack-shop" }',
    ]);
  });

  test.each(['on-call', 'alarms', 'status-update'])('fail with the name %s, which is taken', (name) => {
    expect(validateChannels([{ ...Channel.amazonQ(), name }])).toEqual([
      expect.stringContaining(`onCall.channels[0].name: must be unique, got "${name}"`),
    ]);
  });

  test.each(['', 'Slack', '2nd', 'pager_duty', 'slack-'])('fail with the name %j', (name) => {
    expect(validateChannels([{ ...Channel.amazonQ(), name }])).toEqual([
      `onCall.channels[0].name: must be fit for an alarm name, got "${name}"; write lower-case words with dashes, such as pager-duty`,
    ]);
  });

  test.each([
    [secretArn.replace('us-east-1', 'eu-west-1'), undefined],
    [secretArn.slice(0, -7), undefined],
    ['https://hooks.slack.com/services/T0/B0/secret', '(hidden)'],
  ])('fail with the secret %s', (wrong, shown = wrong) => {
    expect(validateChannels([Channel.slack({ secretArn: wrong })])).toEqual([
      `onCall.channels[0].secretArn: must be a secret's complete ARN in us-east-1, got "${shown}"; write arn:aws:secretsmanager:us-east-1:<account>:secret:<name>-<six characters>`,
    ]);
  });
});
