import { validatePage } from '../emergency-site/page/validate-page';
import { namesThatFailOver } from '../shop-names';
import type { UnderstudyProps } from '../understudy-props';
import { PropsError } from './props-error';
import { validateSeconds } from './ranges';
import { validateCertificate } from './validate-certificate';
import { validateDns } from './validate-dns';
import { validateDocuments } from './validate-documents';
import { validateEdge } from './validate-edge';
import { validateFrameAncestors } from './validate-frame-ancestors';
import { validateHealthChecks } from './validate-health-checks';
import { validateLatencyAlarm } from './validate-latency-alarm';
import { validateDomainName } from './validate-names';
import { validateOnCall } from './validate-on-call';
import { validateRehearsal } from './validate-rehearsal';

/** Every mistake in the props, one text each, in the order of the props. Values that are CDK tokens are not judged. */
export function findMistakes(props: UnderstudyProps): string[] {
  const { topology } = props;
  return [
    ...validateDomainName(props),
    ...(topology.kind === 'edge' ? validateEdge(props, topology) : validateDns(props, topology)),
    ...validateCertificate(props),
    ...validateHealthChecks(props.healthChecks, namesThatFailOver(props)),
    ...validateOnCall(props.onCall),
    ...validatePage(props.page, { storeNames: namesThatFailOver(props) }),
    ...validateFrameAncestors(props),
    ...validateSeconds('returnSpread', props.returnSpread, { min: 5, max: 900 }),
    ...validateDocuments(props),
    ...validateLatencyAlarm(props),
    ...validateRehearsal(props),
  ];
}

/**
 * Refuses props with mistakes, all of them at once.
 * @throws PropsError at synth, with one line per mistake
 */
export function assertNoMistakes(props: UnderstudyProps): void {
  const mistakes = findMistakes(props);
  if (mistakes.length > 0) {
    const count = mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`;
    throw new PropsError([`Understudy: ${count} in the props`, ...mistakes].join('\n  '));
  }
}
