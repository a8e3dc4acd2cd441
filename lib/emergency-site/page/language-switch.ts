import { languagePagePath } from '../paths';
import type { PageContext } from './page-context';
import { pageLanguages } from './page-languages';
import { findStrings } from './strings/languages';

/**
 * One link for each language, in that language. Without a script it leads to the file in that language; with one the
 * page changes where it is.
 */
export const languageSwitch = ({ props, language }: PageContext): string => {
  const languages = pageLanguages(props);
  if (languages.length < 2) return '';
  const links = languages.map((tag) => {
    const current = tag === language ? ' aria-current=true' : '';
    return `<li><a href=${languagePagePath(tag)} lang=${tag}${current}>${findStrings(tag)?.name}</a>`;
  });
  return `<ul>${links.join('')}</ul>`;
};
