import { CHECKER_LIMITS, probeVerdict } from '../../../rehearsal/aws/route53/rules/probe-verdict';
import type { Exchange, ResponseExchange } from '../../../rehearsal/kernel/network/exchange';
import { fine, type VerifyFinding, warned, wrong } from '../finding';
import type { ProbedEndpoint } from './probed-endpoint';

/** From here on, in milliseconds, a checker on the other side of the world may be the one that waits for nothing. */
const WARN_FROM_MS = 1_000;

/** What a health checker would say of an endpoint, and what to do about it. */
export function describeProbe(subject: string, endpoint: ProbedEndpoint, met: Exchange): VerifyFinding {
  const verdict = probeVerdict(endpoint, met);
  if (!verdict.healthy) {
    return wrong(subject, ['a checker would say: ', verdict.because, ...remedies(endpoint, met)].join(''));
  }
  const said = `${verdict.because}, after ${seconds(verdict.elapsedMs)}`;
  if (met.kind === 'response' && met.status > 299) {
    return warned(
      subject,
      `passes: ${said}; ${leads(met)}: nobody looks what is there, so give the final URL`,
    );
  }
  return slowestStepMs(met) < WARN_FROM_MS
    ? fine(subject, `a checker would say: ${said}`)
    : warned(
        subject,
        `passes: ${said}; more than 2 s for the status, or for the body after it, counts as down, and most checkers stand further away: ${LIGHTEN}`,
      );
}

const LIGHTEN = 'give a lighter path as critical, or set healthChecks.slowCloses: false';

/** The longer of the two steps that a checker gives two seconds each. */
const slowestStepMs = (met: Exchange): number =>
  met.kind === 'response' ? Math.max(met.firstByteMs, met.bodyMs) : 0;

function remedies({ searchString }: ProbedEndpoint, met: Exchange): readonly string[] {
  const { statusMs, bodyMs } = CHECKER_LIMITS;
  if (met.kind === 'no-response') {
    return [`; ${LIGHTEN}`];
  }
  if (met.kind !== 'response') {
    return [];
  }
  if (met.firstByteMs > statusMs) {
    return [`; ${LIGHTEN}`];
  }
  if (searchString === undefined || met.status < 200 || met.status > 399) {
    return [];
  }
  if (met.bodyMs > bodyMs) {
    return [`; ${LIGHTEN}`];
  }
  if (met.status > 299) {
    return [`; ${leads(met)}, which no checker follows: give the final URL`];
  }
  return [encodingRemedy(met) ?? placeRemedy(searchString, met)];
}

const leads = ({ status, headers }: ResponseExchange): string =>
  `${status} leads to ${headers['location'] ?? 'nowhere'}`;

const UNDONE = ['gzip', 'deflate', 'identity'];

function encodingRemedy({ headers }: ResponseExchange): string | undefined {
  const encoding = headers['content-encoding']?.toLowerCase();
  return encoding === undefined || UNDONE.includes(encoding)
    ? undefined
    : `; the answer is encoded with ${encoding}, and checkers undo only gzip and deflate: answer "accept-encoding: *" with one of those`;
}

function placeRemedy(text: string, { body }: ResponseExchange): string {
  const at = Buffer.from(body).indexOf(text);
  return at < 0
    ? `; the page does not hold ${JSON.stringify(text)}: correct searchString`
    : `; ${JSON.stringify(text)} begins at byte ${at + 1}: choose a text that comes earlier`;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
