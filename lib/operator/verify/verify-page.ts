import {
  EMERGENCY_PAGE_MARKER,
  EMERGENCY_PAGE_PATH,
} from '../../../lambda/emergency-response/contract/paths';
import { type Finding, fine, wrong } from './finding';
import type { DeployedStack, Inspector } from './inspector';

const SUBJECT = 'emergency page';

/** Whether CloudFront shows the emergency page. The status is 200 or 503, by topology. */
export async function verifyPage({ outputs }: DeployedStack, inspector: Inspector): Promise<Finding> {
  const [, domainName] =
    Object.entries(outputs).find(([key]) => key.includes('DistributionDomainName')) ?? [];
  if (domainName === undefined) {
    return wrong(SUBJECT, 'cannot be checked: the stack has no output DistributionDomainName');
  }
  const url = `https://${domainName}${EMERGENCY_PAGE_PATH}`;
  try {
    const { status, body } = await inspector.page(url);
    return [200, 503].includes(status) && body.includes(EMERGENCY_PAGE_MARKER)
      ? fine(SUBJECT, `answers with ${status}`)
      : wrong(SUBJECT, `is not what ${url} answers, got status ${status}; deploy again`);
  } catch (error) {
    return wrong(SUBJECT, `${url} does not answer: ${error instanceof Error ? error.message : error}`);
  }
}
