import { answeringName, existingNames } from '../../../lib/rehearsal/aws/route53/rules/wildcard-answer';

const source = 'https://www.rfc-editor.org/rfc/rfc4592#section-2.2.1';

describe(`Wildcards (${source})`, () => {
  // The zone of the RFC's own example.
  const existing = existingNames([
    'example',
    '*.example',
    'sub.*.example',
    'host1.example',
    '_ssh._tcp.host1.example',
    '_ssh._tcp.host2.example',
    'subdel.example',
  ]);

  test.each([
    ['answer for a name that does not exist', 'host3.example', '*.example'],
    ['answer for whatever is below such a name', 'foo.bar.example', '*.example'],
    ['do not answer for a name with records', 'host1.example', 'host1.example'],
    ['do not answer for a name with a record below it', 'host2.example', 'host2.example'],
    ['do not answer for a name between two others', '_tcp.host1.example', '_tcp.host1.example'],
    [
      'do not answer for what is below a name that exists',
      '_telnet._tcp.host1.example',
      '*._tcp.host1.example',
    ],
    ['answer for themselves', '*.example', '*.example'],
    ['do not answer below themselves', 'ghost.*.example', '*.*.example'],
    ['are in their own zone', 'host.other', undefined],
  ])('%s: %s', (_what, name, answering) => {
    expect(answeringName(name, existing)).toBe(answering);
  });
});
