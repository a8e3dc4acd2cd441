import { shopNames } from '../failover/shop-names';
import { validatePage } from '../page/validate-page';
import type { UnderstudyProps } from '../understudy-props';
import { requireNone } from './props-error';
import { validateSeconds } from './ranges';
import { UNDERSTUDY_PROPS } from './schema/props-schema';
import { findShapeMistakes } from './schema/shape-mistakes';
import { validateCertificate } from './validate-certificate';
import { validateDns } from './validate-dns';
import { validateDocuments } from './validate-documents';
import { validateEdge } from './validate-edge';
import { validateFrameAncestors } from './validate-frame-ancestors';
import { validateHealthChecks } from './validate-health-checks';
import { validateLatencyAlarm } from './validate-latency-alarm';
import { validateDomainName } from './validate-names';
import { validateOnCall } from './validate-on-call';
import { validatePlatform } from './validate-platform';
import { validateRehearsal } from './validate-rehearsal';

/** Looks for what the shape of the props does not tell: values out of range, and values that do not go together. */
interface Check {
  /** The props that it reads. It has to wait until each has the right shape. */
  readonly reads: readonly (keyof UnderstudyProps)[];
  readonly find: (props: UnderstudyProps) => readonly string[];
}

const NAMES = ['domainName', 'topology'] as const;
const PATHS = ['documents', 'healthChecks', 'journey', 'page'] as const;

/** In the order of the props. */
const CHECKS: readonly Check[] = [
  { reads: ['domainName', 'hostedZone'], find: validateDomainName },
  { reads: [...NAMES, ...PATHS, 'hostedZone'], find: validateTopology },
  { reads: [...NAMES, 'certificate'], find: validateCertificate },
  {
    reads: [...NAMES, 'healthChecks'],
    find: (props) => validateHealthChecks(props.healthChecks, shopNames(props).failOver),
  },
  { reads: ['onCall'], find: ({ onCall }) => validateOnCall(onCall) },
  {
    reads: [...NAMES, 'page'],
    find: (props) => validatePage(props.page, { storeNames: shopNames(props).failOver }),
  },
  { reads: [...NAMES, 'page'], find: validateFrameAncestors },
  {
    reads: ['returnSpread'],
    find: ({ returnSpread }) => validateSeconds('returnSpread', returnSpread, { min: 5, max: 900 }),
  },
  { reads: ['topology', ...PATHS], find: validateDocuments },
  { reads: ['latencyAlarm', 'topology'], find: validateLatencyAlarm },
  { reads: ['platformStatusUrl'], find: validatePlatform },
  { reads: ['budgets', 'journey', 'revenuePerMinute'], find: validateRehearsal },
];

function validateTopology(props: UnderstudyProps): string[] {
  const { topology } = props;
  return topology.kind === 'edge' ? validateEdge(props, topology) : validateDns(props, topology);
}

/**
 * Every mistake in the props, one text each: first in their shape, then in their values. Values that are CDK tokens are
 * not judged.
 * @param props JavaScript may bring anything
 */
export function findMistakes(props: UnderstudyProps): string[] {
  const { mistakes, broken } = findShapeMistakes(UNDERSTUDY_PROPS, withZoneAttributes(props));
  const ready = broken.has('') ? [] : CHECKS.filter(({ reads }) => !reads.some((prop) => broken.has(prop)));
  return [...mistakes, ...ready.flatMap(({ find }) => find(props))];
}

/** A zone that CDK made or looked up has its id and name beside much else. */
function withZoneAttributes(props: UnderstudyProps): UnderstudyProps {
  const { hostedZone } = props ?? {};
  if (typeof hostedZone !== 'object' || hostedZone === null || !('node' in hostedZone)) {
    return props;
  }
  const { hostedZoneId, zoneName } = hostedZone;
  return { ...props, hostedZone: { hostedZoneId, zoneName } };
}

/**
 * Refuses props with mistakes, all of them at once.
 * @throws PropsError at synth, with one line per mistake
 */
export function requireNoMistakes(props: UnderstudyProps): void {
  requireNone('Understudy', 'props', findMistakes(props));
}
