import type { OnCallProps, TargetProps } from '../understudy-props';
import { describeMistake } from './mistake';
import { validateWhole } from './ranges';

const MAX_MINUTES = { respond: 1_440, mend: 10_080 } as const;

/** Mistakes in the targets to respond and to mend. */
export function validateTargets({ targets, escalation }: OnCallProps): string[] {
  if (targets === undefined) {
    return [];
  }
  const remedy = 'set onCall.escalation, who is told when a target passes';
  const problem = 'must have a second contact';
  return [
    ...(escalation === undefined
      ? [describeMistake({ prop: 'onCall.targets', problem, got: Object.keys(targets), remedy })]
      : []),
    ...Object.entries(targets).flatMap(([severity, target]) =>
      validateTarget(`onCall.targets.${severity}`, target),
    ),
  ];
}

function validateTarget(prop: string, { respond, mend }: TargetProps): string[] {
  const [toRespond, toMend] = [respond, mend].map((time) => time?.toMinutes({ integral: false }));
  if (toRespond === undefined && toMend === undefined) {
    const remedy = 'set respond, mend or both';
    return [describeMistake({ prop, problem: 'must have a target', got: {}, remedy })];
  }
  return [
    ...validateWhole(`${prop}.respond`, toRespond, { unit: 'minutes', max: MAX_MINUTES.respond }),
    ...validateWhole(`${prop}.mend`, toMend, { unit: 'minutes', max: MAX_MINUTES.mend }),
    ...validateOrder(prop, toRespond, toMend),
  ];
}

/** Nobody mends what nobody has looked at. */
function validateOrder(prop: string, toRespond = 0, toMend = Number.POSITIVE_INFINITY): string[] {
  const remedy = `respond is ${toRespond} minutes; give more time to mend than to respond`;
  return toMend >= toRespond
    ? []
    : [
        describeMistake({
          prop: `${prop}.mend`,
          problem: 'must not be less than respond',
          got: toMend,
          remedy,
        }),
      ];
}
