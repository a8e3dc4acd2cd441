import { slackAlarm, slackMessage } from '../../../lambda/channels/slack';
import { simpleAlarm } from './helpers/alarms';
import { RESOLVED, simpleUpdate } from './helpers/updates';

/** What `simpleUpdate` looks like in Slack. */
const MESSAGE = {
  text: '[SEV1] INVESTIGATING shop.example.com: store down #INC-20250301-07 no. 1',
  blocks: [
    {
      type: 'header',
      text: {
        type: 'plain_text',
        text: '[SEV1] INVESTIGATING shop.example.com: store down #INC-20250301-07 no. 1',
      },
    },
    {
      type: 'section',
      fields: [
        { type: 'mrkdwn', text: "*What*\nExample Shop is down: shoppers can't use the store." },
        { type: 'mrkdwn', text: '*Now*\nCloudFront shows the emergency page.' },
        { type: 'mrkdwn', text: '*You*\non-call: open the runbook.' },
        {
          type: 'mrkdwn',
          text: '*Since*\n<!date^1740823020^{date_short_pretty} {time}|2025-03-01T09:57Z>',
        },
        {
          type: 'mrkdwn',
          text: '*Next update*\n<!date^1740824100^{date_short_pretty} {time}|2025-03-01T10:15Z>',
        },
        { type: 'mrkdwn', text: '*Checkers*\nhome: 16 of 16 fail in all 8 regions' },
      ],
    },
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          text: { type: 'plain_text', text: 'Runbook' },
          url: 'https://wiki.example.com/runbook',
        },
        {
          type: 'button',
          text: { type: 'plain_text', text: 'Dashboard' },
          url: 'https://console.example.com/d',
        },
      ],
    },
  ],
};

describe('Slack message', () => {
  test('says the same in the notification and in blocks, with times in each reader’s zone', () => {
    expect(slackMessage(simpleUpdate())).toEqual(MESSAGE);
  });

  test('promises no update after the last one', () => {
    expect(slackMessage(RESOLVED).blocks[1].fields[4]?.text).toBe('*Next update*\nnone');
  });

  test('lets no text pass for a mention or a link', () => {
    const { text, blocks } = slackMessage(simpleUpdate({ subject: 'a & <!channel>', what: '<@U1>' }));
    expect(text).toBe('a &amp; &lt;!channel&gt; no. 1');
    expect(blocks[1].fields[0]?.text).toBe('*What*\n&lt;@U1&gt;');
  });
});

describe('Slack message of a plain alarm', () => {
  test('says what it means, since when and why, with its links', () => {
    const { text, blocks } = slackAlarm(simpleAlarm());
    expect(text).toBe('ALARM: shop.example.com-outage');
    expect(blocks[1].fields.map((field) => field.text)).toEqual([
      "*What*\nSome shoppers can't buy. Start with the store.",
      '*Since*\n<!date^1740823080^{date_short_pretty} {time}|2025-03-01T09:58Z>',
      '*Reason*\nshop.example.com-store-down transitioned to ALARM',
    ]);
    expect(blocks[2]?.elements.map(({ url }) => url)).toEqual([
      'https://wiki.example.com/r',
      'https://steps.example.com/s',
    ]);
  });

  test('has no row of buttons without links, which Slack would refuse', () => {
    expect(slackAlarm(simpleAlarm({ links: [] })).blocks).toHaveLength(2);
  });
});
