import type { Cdk } from './machine/cdk';
import type { Place } from './stack/deployed';

/** What the steps of a chapter work with. */
export interface World extends Place {
  readonly cdk: Cdk;
  /** Where assemblies and the like may be written. */
  readonly folder: string;
}
