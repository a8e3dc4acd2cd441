import { HOUR_MS } from '../shared/contract/clock-units';
import type { Announcement } from './incident/announcement';
import type { Numbers } from './message/numbers';
import { describePlatform } from './message/platform-status';
import type { RunContext } from './publish-site';

/** How long before an incident a change of the zone may be behind it: resolvers keep old answers for hours at most. */
const LOOK_BACK_MS = 6 * HOUR_MS;

/**
 * What may be behind an incident, asked once, as it begins: changes of the zone, and what the platform that hosts the
 * store says of itself. What does not answer is left out, and nothing hangs on it.
 */
export async function readBackground(
  { kind, startedAtMs }: Announcement,
  { ports, settings, problems }: RunContext,
): Promise<Pick<Numbers, 'zoneChanges' | 'platform'>> {
  const { hostedZoneId, platformStatusUrl } = settings.STORE;
  if (kind !== 'opened' && kind !== 'relapsed') {
    return {};
  }
  const [zoneChanges, platform] = await Promise.all([
    hostedZoneId === undefined
      ? undefined
      : problems.runOptional('zone changes', () =>
          ports.zones.changesSince(hostedZoneId, startedAtMs - LOOK_BACK_MS),
        ),
    platformStatusUrl === undefined
      ? undefined
      : problems.runOptional('platform', async () =>
          describePlatform(await ports.platform.summary(platformStatusUrl), ports.now()),
        ),
  ]);
  return { zoneChanges, platform };
}
