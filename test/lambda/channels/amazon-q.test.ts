import { amazonQAlarm, amazonQNotification } from '../../../lambda/channels/amazon-q';
import { OVER, simpleAlarm } from './helpers/alarms';
import { RESOLVED, simpleUpdate } from './helpers/updates';

describe('Amazon Q notification', () => {
  test('follows the custom schema', () => {
    expect(amazonQNotification(simpleUpdate())).toEqual({
      version: '1.0',
      source: 'custom',
      id: 'INC-20250301-07-shop.example.com-1',
      content: {
        textType: 'client-markdown',
        title: '[SEV1] INVESTIGATING shop.example.com: store down #INC-20250301-07 no. 1',
        description: [
          "*What* Example Shop is down: shoppers can't use the store.",
          '*Now* CloudFront shows the emergency page.',
          '*Started* 09:57 UTC *Next update* 10:15 UTC',
          '<https://wiki.example.com/runbook|Runbook> | <https://console.example.com/d|Dashboard>',
          '*Checkers* home: 16 of 16 fail in all 8 regions',
        ].join('\n'),
        nextSteps: ['on-call: open the runbook.'],
        keywords: ['SEV1', 'shop.example.com', 'store'],
      },
      metadata: {
        threadId: 'INC-20250301-07-shop.example.com',
        summary: 'SEV1 shop.example.com: store down',
        eventType: 'incident_update',
        additionalContext: {
          incident_id: 'INC-20250301-07',
          status: 'investigating',
          severity: 'SEV1',
        },
      },
    });
  });

  test('stays in the thread of its incident until the end', () => {
    const { metadata, content } = amazonQNotification(RESOLVED);
    expect(metadata.threadId).toBe('INC-20250301-07-shop.example.com');
    expect(content.description).toContain('*Next update* none');
  });

  const LINE = '@Amazon Q lambda invoke --function-name Ack --region us-east-1';

  test.each([
    ['nobody has it', simpleUpdate(), [`If you have it, type: ${LINE}`]],
    ['somebody has it', simpleUpdate({ acknowledged: true }), []],
    ['it is over', RESOLVED, []],
  ])('says how to acknowledge in the chat while it may: %s', (_when, update, steps) => {
    expect(amazonQNotification(update, { ackLine: LINE }).content.nextSteps).toEqual([update.you, ...steps]);
  });

  test.each([
    [1_200, false],
    [1_600, true],
  ])('cuts a description with a text of %i characters: %s', (length, isCut) => {
    const { description } = amazonQNotification(simpleUpdate({ what: 'x'.repeat(length) })).content;
    expect(description.length).toBeLessThanOrEqual(1_500);
    expect(description.endsWith('..')).toBe(isCut);
  });
});

describe('Amazon Q notification of a plain alarm', () => {
  test('says what it means, since when and why', () => {
    expect(amazonQAlarm(simpleAlarm())).toMatchObject({
      id: 'shop.example.com-outage-ALARM-2025-03-01T09:58:00.000Z',
      content: {
        title: 'ALARM: shop.example.com-outage',
        description: [
          "*What* Some shoppers can't buy. Start with the store.",
          '*Since* 09:58 UTC',
          '<https://wiki.example.com/r|Runbook> | <https://steps.example.com/s|Steps>',
          '*Reason* shop.example.com-store-down transitioned to ALARM',
        ].join('\n'),
        keywords: ['ALARM', 'shop.example.com-outage'],
      },
      metadata: { eventType: 'plain_alarm' },
    });
  });

  test('has one thread from ALARM to OK', () => {
    const threads = [simpleAlarm(), OVER].map((alarm) => amazonQAlarm(alarm).metadata.threadId);
    expect(new Set(threads).size).toBe(1);
  });
});
