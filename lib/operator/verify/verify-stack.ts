import type { VerifyFinding } from './finding';
import type { Inspector } from './inspector';
import { onlyStore } from './only-store';
import { verifyCompression } from './verify-compression';
import { verifyEndpoints } from './verify-endpoints';
import { verifyHealthChecks } from './verify-health-checks';
import { verifyMirrored } from './verify-mirrored';
import { verifyPage } from './verify-page';
import { verifyPhones } from './verify-phones';
import { verifyRecords } from './verify-records';
import { verifySubscriptions } from './verify-subscriptions';
import { verifyZone } from './verify-zone';

/** What is looked at. */
export interface VerifiedPlace {
  readonly stack: string;
  readonly store?: string;
  /** Where the emergency page is looked for. @default - CloudFront's name of the distribution */
  readonly pageUrl?: string;
}

/** Looks at everything that an emergency needs and that may have changed since the deployment. */
export async function verifyStack(
  { stack: stackName, store, pageUrl }: VerifiedPlace,
  inspector: Inspector,
): Promise<readonly VerifyFinding[]> {
  const stack = onlyStore(await inspector.stack(stackName), store);
  const ids = new Map(
    stack.resources.flatMap(({ logicalId, physicalId }) =>
      physicalId === undefined ? [] : [[logicalId, physicalId]],
    ),
  );
  return [
    await verifyPage(stack, inspector, pageUrl),
    ...(await verifyHealthChecks(stack, inspector, ids)),
    ...(await verifyEndpoints(stack, inspector)),
    ...(await verifyCompression(stack, inspector)),
    ...(await verifyMirrored(stack, inspector)),
    ...(await verifyRecords(stack, inspector, ids)),
    ...(await verifyZone(stack, inspector)),
    ...(await verifySubscriptions(stack, inspector)),
    ...(await verifyPhones(stack, inspector)),
  ];
}
