import type { RehearsalMetadata } from '../../rehearsal-budgets';
import type { HealthChecksProps } from '../../understudy-props';
import { DEFAULT_FAILURE_THRESHOLD, DEFAULT_INTERVAL } from './health-checks';

type GivenUp = Pick<
  RehearsalMetadata,
  'slowCloses' | 'looksForText' | 'emergencyPageCheck' | 'unnoticedSeconds'
>;

/**
 * What the owner gave up for cheaper health checks, so that a rehearsal names it as a gap and not as a fault of the stack.
 * Nothing is said of what is as it is by default.
 */
export function givenUp(props: HealthChecksProps): GivenUp {
  const { slowCloses, emergencyPageCheck, endpoints } = props;
  const looksForText = endpoints.some(({ critical, searchString }) => critical && searchString !== false);
  const unnoticedSeconds = secondsUntilNoticed(props);
  return {
    slowCloses,
    ...(!looksForText && { looksForText }),
    ...(emergencyPageCheck === false && { emergencyPageCheck }),
    ...(unnoticedSeconds > secondsUntilNoticed({}) && { unnoticedSeconds }),
  };
}

const secondsUntilNoticed = ({
  interval = DEFAULT_INTERVAL,
  failureThreshold = DEFAULT_FAILURE_THRESHOLD,
}: Pick<HealthChecksProps, 'interval' | 'failureThreshold'>): number =>
  interval.toSeconds() * failureThreshold;
