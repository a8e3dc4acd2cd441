import { teamsAlarm, teamsMessage } from '../../../lambda/channels/teams';
import { OVER, simpleAlarm } from './helpers/alarms';
import { RESOLVED, simpleUpdate } from './helpers/updates';

const cardOf = (...parameters: Parameters<typeof teamsMessage>) =>
  teamsMessage(...parameters).attachments[0].content;

/** What `simpleUpdate` looks like in Teams. */
const MESSAGE = {
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: {
        type: 'AdaptiveCard',
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        version: '1.4',
        body: [
          {
            type: 'TextBlock',
            text: '[SEV1] INVESTIGATING shop.example.com: store down #INC-20250301-07 no. 1',
            wrap: true,
            weight: 'Bolder',
            color: 'Attention',
          },
          {
            type: 'TextBlock',
            text: "Example Shop is down: shoppers can't use the store.",
            wrap: true,
          },
          { type: 'TextBlock', text: 'CloudFront shows the emergency page.', wrap: true },
          { type: 'TextBlock', text: 'on-call: open the runbook.', wrap: true },
          {
            type: 'FactSet',
            facts: [
              { title: 'Since', value: '{{TIME(2025-03-01T09:57:00Z)}}' },
              { title: 'Next update', value: '{{TIME(2025-03-01T10:15:00Z)}}' },
              { title: 'Checkers', value: 'home: 16 of 16 fail in all 8 regions' },
            ],
          },
        ],
        actions: [
          { type: 'Action.OpenUrl', title: 'Runbook', url: 'https://wiki.example.com/runbook' },
          { type: 'Action.OpenUrl', title: 'Dashboard', url: 'https://console.example.com/d' },
        ],
      },
    },
  ],
};

describe('Teams message', () => {
  test('is one Adaptive Card', () => {
    expect(teamsMessage(simpleUpdate())).toEqual(MESSAGE);
  });

  test.each([
    [simpleUpdate(), 'Attention'],
    [simpleUpdate({ severity: 'SEV2' }), 'Warning'],
    [RESOLVED, 'Good'],
  ])('shows how bad it is by colour %#', (update, color) => {
    expect(cardOf(update).body[0]).toMatchObject({ color });
  });
});

describe('Teams message of a plain alarm', () => {
  test('says what it means, since when and why', () => {
    const { body, actions } = teamsAlarm(simpleAlarm()).attachments[0].content;
    expect(body).toEqual([
      {
        type: 'TextBlock',
        text: 'ALARM: shop.example.com-outage',
        wrap: true,
        weight: 'Bolder',
        color: 'Attention',
      },
      { type: 'TextBlock', text: "Some shoppers can't buy. Start with the store.", wrap: true },
      {
        type: 'FactSet',
        facts: [
          { title: 'Since', value: '{{TIME(2025-03-01T09:58:00Z)}}' },
          { title: 'Reason', value: 'shop.example.com-store-down transitioned to ALARM' },
        ],
      },
    ]);
    expect(actions).toHaveLength(2);
  });

  test('is green when it is over', () => {
    expect(teamsAlarm(OVER).attachments[0].content.body[0]).toMatchObject({ color: 'Good' });
  });
});
