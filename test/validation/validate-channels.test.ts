import { Channel } from '../../lib/monitoring/channels/channel';
import { validateChannels } from '../../lib/validation/validate-channels';
import { existingSecret, SECRET_ARN } from '../helpers/secrets';

const secret = existingSecret();

describe('onCall.channels', () => {
  test.each([
    ['none', undefined],
    ['an empty list', []],
    ['one of each', [Channel.pagerDuty({ secret }), Channel.slack({ secret }), Channel.amazonQ()]],
    [
      'two of a kind under two names',
      [Channel.slack({ secret }), { ...Channel.slack({ secret }), name: 'slack-2' }],
    ],
  ])('accept %s', (_what, channels) => {
    expect(validateChannels(channels)).toEqual([]);
  });

  test('fail with two of one name', () => {
    expect(validateChannels([Channel.slack({ secret }), Channel.slack({ secret })])).toEqual([
      'onCall.channels[1].name: must be unique, got "slack"; give it a name of its own, such as { ...Channel.slack({ secret }), name: "slack-shop" }',
    ]);
  });

  test.each(['on-call', 'alarms', 'status-update', 'escalation', 'escalation-slack'])(
    'fail with the name %s, which is taken',
    (name) => {
      expect(validateChannels([{ ...Channel.amazonQ(), name }])).toEqual([
        expect.stringContaining(`onCall.channels[0].name: must be unique, got "${name}"`),
      ]);
    },
  );

  test.each(['', 'Slack', '2nd', 'pager_duty', 'slack-'])('fail with the name %j', (name) => {
    expect(validateChannels([{ ...Channel.amazonQ(), name }])).toEqual([
      `onCall.channels[0].name: must be usable in an alarm name, got "${name}"; write lower-case words with dashes, such as pager-duty`,
    ]);
  });

  test('fail with a secret in another Region', () => {
    const elsewhere = existingSecret(SECRET_ARN.replace('us-east-1', 'eu-west-1'));
    expect(validateChannels([Channel.slack({ secret: elsewhere })])).toEqual([
      'onCall.channels[0].secret: must be in us-east-1, got "eu-west-1"; replicate it there, and name the replica',
    ]);
  });
});
