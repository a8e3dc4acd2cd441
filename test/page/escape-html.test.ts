import fc from 'fast-check';
import { escapeHtml, jsonForScript } from '../../lib/page/escape-html';

describe('HTML text', () => {
  test('keeps every character that means something in HTML from meaning it', () => {
    expect(escapeHtml(`<b a="1" c='2'>&amp;`)).toBe('&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;');
  });
});

describe('JSON in a script element', () => {
  test('never ends the element and stays the same value', () => {
    const awkward = fc.constantFrom('</script>', '<!--', '<script', 'x');
    fc.assert(
      fc.property(fc.array(fc.oneof(awkward, fc.string())), (value) => {
        const text = jsonForScript(value);
        expect(text).not.toContain('<');
        expect(JSON.parse(text)).toEqual(value);
      }),
    );
  });
});
