import { languagePagePath } from '../../lambda/emergency-response/contract/paths';
import type { PageContext } from './page-context';
import { pageLanguages } from './page-languages';
import { findStrings } from './strings/languages';

/**
 * One link for each language, in that language. With a script the page changes where it is. Without one, a file in one
 * language asks for the same address in another, and a file in several leads to the file in that language: who serves
 * it does not choose.
 */
export function languageSwitch({ props, language, alone }: PageContext): string {
  const languages = pageLanguages(props);
  if (languages.length < 2) {
    return '';
  }
  const links = languages.map((tag) => {
    const current = tag === language ? ' aria-current=true' : '';
    const address = alone ? `?lang=${tag}` : languagePagePath(tag);
    return `<li><a href="${address}" lang=${tag}${current}>${findStrings(tag)?.name}</a>`;
  });
  return `<ul>${links.join('')}</ul>`;
}
