import { countSince } from '../../lib/rehearsal/record/tally';
import { rehearse } from '../../lib/rehearsal/run/rehearse';
import type { Scenario } from '../../lib/rehearsal/scenario/scenario';
import { editedAssembly } from './helpers/edited-assembly';
import { ORIGIN_REFUSES } from './helpers/origin-refuses';

/** Shoppers come over HTTPS. */
const CERTIFICATE_EXPIRED: Scenario = {
  ...ORIGIN_REFUSES,
  faults: [{ kind: 'certificate expired', fromSeconds: 0, toSeconds: 60, text: 'expired' }],
  endSeconds: 60,
};

/** Whether shoppers see the emergency page, with an origin of this protocol policy. */
async function seePage(policy: string): Promise<boolean> {
  const edited = await editedAssembly('edge', (resources) => {
    for (const { Type, Properties } of Object.values(resources)) {
      if (Type !== 'AWS::CloudFront::Distribution') {
        continue;
      }
      for (const { CustomOriginConfig } of Properties['DistributionConfig'].Origins) {
        if (CustomOriginConfig) {
          CustomOriginConfig.OriginProtocolPolicy = policy;
        }
      }
    }
  });
  try {
    const { shoppers, startMs } = await rehearse({
      assembly: edited.directory,
      scenario: CERTIFICATE_EXPIRED,
    });
    return countSince(shoppers, startMs, ['emergency page']) > 0;
  } finally {
    edited.remove();
  }
}

describe("rehearsal of an origin's certificate that has expired", () => {
  test.each([
    ['https-only', true],
    ['match-viewer', true],
    ['http-only', false],
  ])('shows the emergency page where CloudFront asks by %s: %s', async (policy, expected) => {
    expect(await seePage(policy)).toBe(expected);
  });
});
