import {
  EMERGENCY_PAGE_MARKER,
  EMERGENCY_PAGE_PATH,
} from '../../../lambda/emergency-response/contract/paths';
import { fine, type VerifyFinding, wrong } from './finding';
import type { DeployedStack, Inspector } from './inspector';

const SUBJECT = 'emergency page';

/**
 * Whether CloudFront shows the emergency page. The status is 200 or 503, by topology.
 * @param pageUrl where to look. @default - the distribution's own name
 */
export async function verifyPage(
  { outputs }: DeployedStack,
  inspector: Inspector,
  pageUrl?: string,
): Promise<VerifyFinding> {
  const url = pageUrl ?? urlOf(outputs);
  if (url === undefined) {
    return wrong(SUBJECT, 'cannot be checked: the stack has no output DistributionDomainName');
  }
  try {
    const { status, body } = await inspector.page(url);
    return [200, 503].includes(status) && body.includes(EMERGENCY_PAGE_MARKER)
      ? fine(SUBJECT, `answers with ${status}`)
      : wrong(SUBJECT, `is not what ${url} answers, got status ${status}; deploy again`);
  } catch (error) {
    return wrong(SUBJECT, `${url} does not answer: ${error instanceof Error ? error.message : error}`);
  }
}

function urlOf(outputs: DeployedStack['outputs']): string | undefined {
  const [, domainName] =
    Object.entries(outputs).find(([key]) => key.includes('DistributionDomainName')) ?? [];
  return domainName === undefined ? undefined : `https://${domainName}${EMERGENCY_PAGE_PATH}`;
}
