import { validateColors } from '../../lib/page/validate-colors';

describe('colors', () => {
  test.each([
    ['none', undefined],
    ['a grey that just reads on white', { accent: '#767676' }],
    ['light on dark', { accent: '#ffcc00', background: '#101010', text: '#fafafa' }],
  ])('are accepted when they are %s', (_case, colors) => {
    expect(validateColors(colors, 'page.colors')).toEqual([]);
  });

  test.each([
    [
      { accent: '#777777' },
      [
        "page.colors.accent: can't be read on the background #ffffff, got #777777 with a contrast of 4.47; at least 4.5 is needed",
      ],
    ],
    [
      { accent: '#000000', text: '#777777' },
      [
        "page.colors.text: can't be read on the background #ffffff, got #777777 with a contrast of 4.47; at least 4.5 is needed",
      ],
    ],
    [{ accent: 'teal' }, ['page.colors.accent: must be a colour in #rrggbb form, got teal']],
    [
      { accent: '#fff', background: '#12345' },
      [
        'page.colors.accent: must be a colour in #rrggbb form, got #fff',
        'page.colors.background: must be a colour in #rrggbb form, got #12345',
      ],
    ],
  ])('fails when they are %j', (colors, messages) => {
    expect(validateColors(colors, 'page.colors')).toEqual(messages);
  });
});
