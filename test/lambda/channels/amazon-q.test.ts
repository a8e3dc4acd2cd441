import { amazonQNotification } from '../../../lambda/channels/amazon-q';
import { RESOLVED, simpleUpdate } from './helpers/updates';

describe('Amazon Q notification', () => {
  test('follows the custom schema', () => {
    expect(amazonQNotification(simpleUpdate())).toEqual({
      version: '1.0',
      source: 'custom',
      id: 'INC-20250301-07-1',
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
        threadId: 'INC-20250301-07',
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
    expect(metadata.threadId).toBe('INC-20250301-07');
    expect(content.description).toContain('*Next update* none');
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
