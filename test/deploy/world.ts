import type { Cdk } from './machine/cdk';
import type { Understudy } from './machine/command';
import type { Place } from './stack/deployed';
import type { Services } from './stack/services';

/** What the steps of a chapter work with. */
export interface World extends Place {
  readonly aws: Services;
  readonly cdk: Cdk;
  readonly understudy: Understudy;
  /** Where assemblies and the like may be written. */
  readonly folder: string;
}
