import type { NetworkRequest } from '../../kernel/network/network';
import type { Distribution } from './distribution';
import { runViewerRequest } from './edge-function-calls';
import type { OriginTimeouts } from './rules/origin-attempts';
import { updatedTimeouts } from './rules/origin-update';

/** A page of the store that nobody pays at. */
const HOME: NetworkRequest = { method: 'GET', path: '/', headers: {} };

/**
 * How long a distribution puts up with the origin of its default cache behavior for a page: as the origin has it, unless
 * the viewer-request function says something else.
 * @returns undefined when an origin group stands in between
 */
export function pageTimeouts({ defaultBehavior, ...distribution }: Distribution): OriginTimeouts | undefined {
  const { target, viewerRequest } = defaultBehavior;
  if (target.kind === 'group') {
    return undefined;
  }
  const { timeouts } = target.origin;
  if (viewerRequest === undefined) {
    return timeouts;
  }
  const ran = runViewerRequest(
    viewerRequest,
    { request: HOME, startMs: 0 },
    { distribution, count: () => undefined },
  );
  return ran.kind === 'request' && ran.originUpdate ? updatedTimeouts(timeouts, ran.originUpdate) : timeouts;
}
