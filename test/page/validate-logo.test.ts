import { validateLogo } from '../../lib/page/validate-logo';
import { LOGO_SVG } from '../helpers/page-props';

const svg = (inside: string): string => `<svg viewBox="0 0 9 9">${inside}</svg>`;

const ofBytes = (bytes: number): string =>
  svg(`<title>${'x'.repeat(bytes - svg('<title></title>').length)}</title>`);

describe('logoSvg', () => {
  test.each([
    ['none', undefined],
    ['a usual drawing', LOGO_SVG],
    ['2,048 bytes long', ofBytes(2_048)],
    ['surrounded by white space', `\n${svg('')}\n`],
    [
      'with a gradient',
      svg(
        '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><path fill="url(#a)" d="M0 0"/>',
      ),
    ],
    ['with ids of its own', svg('<g id="bus-1"/>')],
    ['with a reference to itself', svg(`<use href="#a"/><use xlink:href='#b'/>`)],
    ['with escaped text', svg('<text>A &amp; B</text>')],
  ])('is accepted when it is %s', (_case, logo) => {
    expect(validateLogo(logo, 'page.logoSvg')).toEqual([]);
  });

  test.each([
    [ofBytes(2_049), 'must be at most 2048 bytes, got 2049'],
    [svg('<script>alert(1)</script>'), 'must be a plain drawing, got <script>'],
    [svg('<SCRIPT>alert(1)</SCRIPT>'), 'must be a plain drawing, got <SCRIPT>'],
    [svg('<foreignObject></foreignObject>'), 'must be a plain drawing, got <foreignObject>'],
    [svg('<style>@import "x";</style>'), 'must be a plain drawing, got <style>'],
    [svg('<image href="#a"/>'), 'must be a plain drawing, got <image>'],
    [svg('<animate/>'), 'must be a plain drawing, got <animate>'],
    [svg('<path onload="x()"/>'), 'runs a script, got onload; remove it'],
    [svg('<path ONLOAD="x()"/>'), 'runs a script, got ONLOAD; remove it'],
    [svg('<path style="fill:red"/>'), 'got style; use attributes such as fill'],
    [svg('<rect id="us-settings"/>'), 'takes an id that the page needs, got id="us-settings"'],
    [svg("<rect ID='US-0'/>"), 'takes an id that the page needs, got ID="US-0"'],
    [svg('<use href="https://a.example/#b"/>'), 'got href="https://a.example/#b"; only #ids are allowed'],
    [svg('<use xlink:href="javascript:x"/>'), 'got xlink:href="javascript:x"; only #ids are allowed'],
    [svg('<path fill="url(https://a.example)"/>'), 'got url(https://a.example); only url(#id) is allowed'],
    [svg('<path fill="&#117;rl(x)"/>'), 'has an entity, got &#117;rl(x)'],
    [`<!DOCTYPE svg>${svg('')}`, 'has markup other than plain tags with quoted attributes, got <!DOCTYPE'],
    [`<?xml version="1.0"?>${svg('')}`, 'has markup other than plain tags with quoted attributes, got <?xml'],
    [svg('<!-- a -->'), 'has markup other than plain tags with quoted attributes, got <!--'],
    [svg('<path d=M0/>'), 'has markup other than plain tags with quoted attributes, got <path'],
    [svg('<path/onload="x()"/>'), 'has markup other than plain tags with quoted attributes, got <path'],
    [svg('<g>'), 'must be one <svg> element with every tag closed'],
    [svg('<g></path></g>'), 'must be one <svg> element with every tag closed'],
    [`${svg('')}${svg('')}`, 'must be one <svg> element with every tag closed'],
    [`${svg('')} hello`, 'must be one <svg> element with every tag closed'],
    ['<path d="M0 0"/>', 'must be one <svg> element with every tag closed'],
    ['logo.svg', 'must be one <svg> element with every tag closed, got logo.svg'],
    ['', 'must be one <svg> element with every tag closed, got '],
  ])('fails when it is %s', (logo, message) => {
    expect(validateLogo(logo, 'page.logoSvg')[0]).toMatch(/^page\.logoSvg: /);
    expect(validateLogo(logo, 'page.logoSvg').join('\n')).toContain(message);
  });
});
