import type { OnCallProps } from '../../understudy-props';

/** Long enough to wake up, open a laptop and type one line. */
const DEFAULT_MINUTES = 10;

/** After how many minutes without an acknowledgement the second contact is called. Undefined: there is none. */
export function escalationMinutes({ escalation }: Pick<OnCallProps, 'escalation'>): number | undefined {
  return escalation && (escalation.after?.toMinutes() ?? DEFAULT_MINUTES);
}
