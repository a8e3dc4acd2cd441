import { RehearsalError, readProperty } from '../../kernel/errors';
import type { Deployment } from '../assembly/deployment';
import { regionOf } from '../assembly/region-of';
import type { SuppressorSettings } from './actions-suppressor';
import { ALARM, COMPOSITE_ALARM } from './resource';
import { type CompositeRule, parseCompositeRule } from './rules/composite-rule';
import { alarmName, namesIn } from './rules/composite-state';

/** A composite alarm, ready to be decided. */
export interface Composite {
  /** The alarm's name. */
  readonly name: string;
  readonly rule: CompositeRule;
  /** @default - nothing holds back its actions */
  readonly suppressor?: SuppressorSettings;
}

interface NamedComposite extends Composite {
  /** `stack/logicalId`, for errors. */
  readonly resource: string;
  readonly region: string;
}

type Properties = (typeof COMPOSITE_ALARM)['properties']['_output'];

/**
 * Reads the stack's composite alarms, in template order.
 * @throws RehearsalError UNSUPPORTED_PROPERTY for alarms that the assembly lacks, and for rules that lead in a circle
 */
export function readComposites(deployment: Deployment): readonly Composite[] {
  const composites = deployment.all(COMPOSITE_ALARM).map(({ name, ref, attribute, properties }) => ({
    resource: name,
    region: regionOf(attribute('Arn')),
    name: ref,
    rule: readProperty(name, () => parseCompositeRule(properties.AlarmRule)),
    suppressor: suppressorOf(properties),
  }));
  const regions = new Map(
    [...deployment.all(ALARM), ...deployment.all(COMPOSITE_ALARM)].map(({ ref, attribute }) => [
      ref,
      regionOf(attribute('Arn')),
    ]),
  );
  for (const composite of composites) {
    requireAlarms(composite, regions);
  }
  requireNoCircle(composites);
  return composites;
}

// CloudFormation wants both periods next to a suppressor.
function suppressorOf(properties: Properties): SuppressorSettings | undefined {
  const { ActionsSuppressor, ActionsSuppressorWaitPeriod, ActionsSuppressorExtensionPeriod } = properties;
  if (ActionsSuppressor === undefined) {
    return undefined;
  }
  return {
    suppressor: alarmName(ActionsSuppressor),
    waitSeconds: ActionsSuppressorWaitPeriod,
    extensionSeconds: ActionsSuppressorExtensionPeriod,
  };
}

// AWS refuses a rule that names alarms of another region.
function requireAlarms(
  { resource, region, rule, suppressor }: NamedComposite,
  regions: ReadonlyMap<string, string>,
): void {
  const needed = [
    ...namesIn(rule).map((name) => ({ property: 'AlarmRule', name })),
    ...(suppressor ? [{ property: 'ActionsSuppressor', name: suppressor.suppressor }] : []),
  ];
  const missing = needed.find(({ name }) => regions.get(name) !== region);
  if (missing === undefined) {
    return;
  }
  const whose = regions.has(missing.name) ? `in ${region}` : 'of this assembly';
  throw new RehearsalError(
    'UNSUPPORTED_PROPERTY',
    `${resource}.${missing.property}: names no alarm ${whose}, got ${missing.name}; use one that is in it`,
  );
}

// A composite alarm stands on firm ground once all composite alarms in its rule do.
function requireNoCircle(composites: readonly NamedComposite[]): void {
  let open = composites;
  for (;;) {
    const names = new Set(open.map(({ name }) => name));
    const stillOpen = open.filter(({ rule }) => namesIn(rule).some((name) => names.has(name)));
    const [first] = stillOpen;
    if (first === undefined) {
      return;
    }
    if (stillOpen.length === open.length) {
      throw new RehearsalError(
        'UNSUPPORTED_PROPERTY',
        `${first.resource}.AlarmRule: leads in a circle of composite alarms, got ${namesIn(first.rule).join(', ')}; the rehearsal does not model that`,
      );
    }
    open = stillOpen;
  }
}
