import { findMistakes } from '../../lib/validation/validate-props';
import { dnsProps, edgeProps } from '../helpers/store-props';

describe('links of the emergency page', () => {
  test.each([
    ['edge', edgeProps(), 'origin.shop.example.com'],
    ['edge', edgeProps(), 'shop.example.com'],
    ['dns', dnsProps(), 'www.shop.example.com'],
  ])('of the %s topology fail when they lead to a name that fails over', (_topology, props, host) => {
    const page = { ...props.page, feedbackUrl: `https://${host}/feedback` };
    expect(findMistakes({ ...props, page })).toEqual([
      `page.feedbackUrl: shows this very page while the store is closed, got https://${host}/feedback; name a host that does not depend on the store`,
    ]);
  });
});
