import { type Document, paragraph, table } from '../../../lambda/document/document';
import { renderHtml } from '../../../lambda/document/render-html';
import { renderMarkdown } from '../../../lambda/document/render-markdown';

const DOCUMENT: Document = {
  title: 'Review <1>',
  sections: [
    {
      heading: 'What *happened*',
      id: 'what',
      blocks: [
        paragraph('a & b\n# not a heading'),
        { kind: 'list', items: ['one', '[two](x)'] },
        table(
          ['At', 'What'],
          [
            ['09:57', 'a | b <script>'],
            [{ text: '10:00', url: '#ten' }, { code: 'a "<"\nb | c' }],
          ],
        ),
        { kind: 'code', text: 'aws "x" > y' },
        { kind: 'link', text: 'Runbook', url: 'https://example.com/?a=1&b="2"' },
        {
          kind: 'buttons',
          links: [
            { text: 'Call', url: 'tel:+48123' },
            { text: 'Shop', url: 'https://shop.example.com/' },
          ],
        },
        { kind: 'chart', svg: '<svg></svg>', alt: 'Down for 10 min' },
      ],
    },
  ],
};

describe('document as Markdown', () => {
  test('keeps texts from turning into markup', () => {
    expect(renderMarkdown(DOCUMENT)).toBe(
      [
        '# Review \\<1\\>',
        '## What \\*happened\\*',
        'a & b \\# not a heading',
        '- one\n- \\[two\\](x)',
        '| At | What |\n| --- | --- |\n| 09:57 | a \\| b \\<script\\> |\n| [10:00](<#ten>) | `a "<"; b \\| c` |',
        '```sh\naws "x" > y\n```',
        '[Runbook](<https://example.com/?a=1&b="2">)',
        '- [Call](<tel:+48123>)\n- [Shop](<https://shop.example.com/>)',
        'Down for 10 min',
        '',
      ]
        .join('\n\n')
        .replace(/\n\n$/, '\n'),
    );
  });
});

describe('document as HTML', () => {
  const html = renderHtml(DOCUMENT);

  test('keeps texts from turning into markup', () => {
    expect(html).toContain('<h1>Review &lt;1&gt;</h1>');
    expect(html).toContain('<section id="what"><h2>');
    expect(html).toContain('<td data-is="What">a | b &lt;script&gt;</td>');
    expect(html).toContain('<a href="https://example.com/?a=1&amp;b=&quot;2&quot;">Runbook</a>');
    expect(html).toContain('<td data-is="What"><code>a &quot;&lt;&quot;\nb | c</code></td>');
    expect(html).not.toContain('<script>');
  });

  test('shows charts, and says them to those who can’t see', () => {
    expect(html).toContain('<figure role="img" aria-label="Down for 10 min"><svg></svg></figure>');
  });

  test('loads nothing and stays out of search engines', () => {
    expect(html).not.toMatch(/<(link|script|img|iframe)/);
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain('<meta name="referrer" content="no-referrer">');
  });
});
