import { reachLink } from '../../../lib/monitoring/runbook/runbook-document';

describe('how to reach a contact', () => {
  test.each([
    ['+48 22 123 45 67', 'tel:+48221234567'],
    ['(22) 123-45-67', 'tel:221234567'],
    ['22 123-45-67', 'tel:221234567'],
    ['112', undefined],
    ['noc@hosting.example.net', 'mailto:noc@hosting.example.net'],
    ['https://status.example.net/contact', 'https://status.example.net/contact'],
    ['javascript:alert(1)', undefined],
    ['the night shift, room 7', undefined],
  ])('%s is %s', (reach, link) => {
    expect(reachLink(reach)).toBe(link);
  });
});
