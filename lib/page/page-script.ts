import { builtInBundle } from '../private/bundling/built-in-bundle';
import type { EmergencyPageProps } from './emergency-page-props';

/**
 * The script that watches the store: the same bytes for every store and language, because settings and sentences are
 * in a data block. Only what belongs to an offer is left out where there is none.
 */
export const pageScript = ({ offer }: Pick<EmergencyPageProps, 'offer'>): string =>
  builtInBundle(offer === undefined ? 'page/main' : 'page/main-with-offer');

/** The script that chooses and switches the language, for a file that speaks several. It runs before the other. */
export const languageScript = (): string => builtInBundle('page/languages');
