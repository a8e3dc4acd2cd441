import { isJsonWithoutExtension } from '../../lib/emergency-site/json-without-extension';

const ASSOCIATION = '{ "applinks": { "details": [] } }';

describe('JSON without an extension', () => {
  test.each<[string, string | Uint8Array, boolean]>([
    ['.well-known/apple-app-site-association', ASSOCIATION, true],
    ['.well-known/apple-app-site-association', Buffer.from(ASSOCIATION), true],
    ['apple-app-site-association', ASSOCIATION, true],
    ['.well-known/list', '[]', true],
    ['.well-known/assetlinks.json', ASSOCIATION, false],
    ['.well-known.d/list', '[]', true],
    ['robots.txt', '{}', false],
    ['.well-known/acme-challenge/token', 'LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX0', false],
    ['.well-known/digits', '1234', false],
    ['.well-known/null', 'null', false],
    ['.well-known/empty', '', false],
    ['.well-known/bytes', new Uint8Array([0x30, 0x82, 0xff]), false],
  ])('of %s with %j: %s', (path, content, expected) => {
    expect(isJsonWithoutExtension(path, content)).toBe(expected);
  });
});
