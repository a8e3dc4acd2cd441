import { Annotations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { ROBOTS_PATH } from '../../lambda/emergency-response/contract/paths';
import type { UnderstudyProps } from '../understudy-props';
import { pathPatternsOverlap } from './path-pattern';

/**
 * Warns at synth when `robots.txt` will answer 503 in an outage. Nobody but the store knows what its own forbids, so
 * that is the best that can be done without a copy: Google stops crawling for 12 hours, then keeps to the last copy it
 * has for 30 days. A 200 that allows everything, or a 404, would lift the store's own rules.
 *
 * @see https://developers.google.com/search/docs/crawling-indexing/robots/robots_txt#handling-http-result-codes
 */
export function warnOfMissingRobots(scope: IConstruct, { documents = {}, topology }: UnderstudyProps): void {
  const mirrored = topology.kind === 'edge' ? (topology.mirroredPathPatterns ?? []) : [];
  const kept = [...Object.keys(documents), ...mirrored];
  if (kept.some((pattern) => pathPatternsOverlap(pattern, ROBOTS_PATH))) {
    return;
  }
  Annotations.of(scope).addWarningV2(
    'understudy:robots-txt',
    `documents: has no ${ROBOTS_PATH}, so it answers 503 while the store is closed and search engines stop crawling; add a copy of the store's own`,
  );
}
