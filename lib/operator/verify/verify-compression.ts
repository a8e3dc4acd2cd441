import type { EncodedAnswer } from './compression/ask-encoding';
import { fine, type VerifyFinding, warned } from './finding';
import { type DeployedStack, type Inspector, ofType } from './inspector';
import { type ProbedEndpoint, probedEndpoint } from './probe/probed-endpoint';

/** The managed cache policy CachingDisabled, with which CloudFront compresses nothing. */
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';

/**
 * What CloudFront itself would compress at least, in bytes.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html
 */
const WORTH_IT_BYTES = 1_000;
const IS_TEXT = /^(text\/|application\/(json|javascript|xhtml\+xml|xml))|\+json|\+xml/;

/**
 * Whether the store compresses its pages. Where CloudFront keeps nothing of the store it compresses nothing either, so
 * that shoppers wait for every byte of an origin that leaves it to others. Asked of the pages that health checks watch.
 */
export async function verifyCompression(
  stack: DeployedStack,
  inspector: Inspector,
): Promise<VerifyFinding[]> {
  if (!leavesItToTheOrigin(stack)) {
    return [];
  }
  const findings: VerifyFinding[] = [];
  for (const { physicalId } of ofType(stack, 'AWS::Route53::HealthCheck')) {
    const config = physicalId === undefined ? undefined : await inspector.healthCheck(physicalId);
    const endpoint = probedEndpoint(config);
    if (endpoint?.type.startsWith('HTTPS') && !isCloudFront(endpoint)) {
      findings.push(...(await findingOf(endpoint, inspector)));
    }
  }
  return findings;
}

const leavesItToTheOrigin = (stack: DeployedStack): boolean =>
  ofType(stack, 'AWS::CloudFront::Distribution').some(({ properties }) => {
    const config = properties['DistributionConfig'] as {
      DefaultCacheBehavior?: { CachePolicyId?: unknown };
    };
    return config?.DefaultCacheBehavior?.CachePolicyId === CACHING_DISABLED;
  });

/** The check of the emergency page, which CloudFront compresses. */
const isCloudFront = ({ host = '' }: ProbedEndpoint): boolean => host.endsWith('.cloudfront.net');

async function findingOf(endpoint: ProbedEndpoint, inspector: Inspector): Promise<VerifyFinding[]> {
  const subject = `compression of ${endpoint.path}`;
  try {
    const finding = judgeCompression(subject, await inspector.encoding(endpoint));
    return finding === undefined ? [] : [finding];
  } catch {
    // That nobody answers is what the probe of this endpoint says.
    return [];
  }
}

/** What to say of one page's answer. Undefined where there is nothing to compress. */
export function judgeCompression(subject: string, answer: EncodedAnswer): VerifyFinding | undefined {
  const { status, contentType = '', contentEncoding, bytes } = answer;
  if (status !== 200 || !IS_TEXT.test(contentType)) {
    return undefined;
  }
  if (contentEncoding !== undefined && contentEncoding !== 'identity') {
    return fine(subject, `the store answers with ${contentEncoding}, ${bytes} bytes`);
  }
  return bytes < WORTH_IT_BYTES
    ? undefined
    : warned(
        subject,
        `the store answers ${bytes} bytes uncompressed, and CloudFront compresses only what it may keep: ` +
          'switch on gzip or Brotli at the store, with gzip where a checker asks for anything ("accept-encoding: *")',
      );
}
