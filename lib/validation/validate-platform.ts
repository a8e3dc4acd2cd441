import type { UnderstudyProps } from '../understudy-props';
import { describeMistake } from './mistake';
import { isUnknown } from './unknown';

/** Mistakes in where the platform says how it is. */
export function validatePlatform({
  platformStatusUrl: got,
}: Pick<UnderstudyProps, 'platformStatusUrl'>): string[] {
  if (got === undefined || isUnknown(got) || (URL.canParse(got) && new URL(got).protocol === 'https:')) {
    return [];
  }
  const remedy = 'write the address of its JSON, such as https://www.shopifystatus.com/api/v2/summary.json';
  return [describeMistake({ prop: 'platformStatusUrl', problem: 'must be an https URL', got, remedy })];
}
