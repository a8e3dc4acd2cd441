import type { EmergencyPageProps } from './emergency-page-props';
import { DEFAULT_LANGUAGE } from './strings/languages';

/** The store's own language. */
export const storeLanguage = ({ language = DEFAULT_LANGUAGE }: EmergencyPageProps): string => language;

/** The languages the page speaks, as the user listed them, or else the store's own alone. */
export const pageLanguages = (props: EmergencyPageProps): readonly string[] =>
  props.languages ?? [storeLanguage(props)];
