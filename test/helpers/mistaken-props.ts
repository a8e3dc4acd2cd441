import { Lazy } from 'aws-cdk-lib';
import type {
  HealthChecksProps,
  OnCallProps,
  UnderstudyProps,
  WatchedEndpoint,
} from '../../lib/understudy-props';
import { findMistakes } from '../../lib/validation/validate-props';
import { storeProps } from './store-props';

export const ENDPOINT: WatchedEndpoint = { name: 'home', path: '/', searchString: 'Shop', critical: true };

/** Good props but for the health checks. */
export const checked = (changes: Partial<HealthChecksProps>): UnderstudyProps =>
  storeProps({ healthChecks: { endpoints: [ENDPOINT], ...changes } });
/** Good props that watch these endpoints. */
export const watching = (...endpoints: WatchedEndpoint[]): UnderstudyProps => checked({ endpoints });
/** Good props but for the only endpoint. */
export const probing = (changes: Partial<WatchedEndpoint>): UnderstudyProps =>
  watching({ ...ENDPOINT, ...changes });
/** Good props but for who is told. */
export const calling = (changes: Partial<OnCallProps>): UnderstudyProps =>
  storeProps({ onCall: { emails: ['a@example.com'], runbookUrl: 'https://wiki.example.com', ...changes } });

/** A value that only a deployment knows. */
export const token = (): string => Lazy.string({ produce: () => 'later' });

/** What was wrong, and the one mistake expected, word for word. */
export type Mistaken = readonly [props: UnderstudyProps, mistake: string];

/** One test per row: these props have this one mistake. */
export const testMistakes = (rows: readonly Mistaken[]): void =>
  test.each(rows.map(([props, mistake]) => ({ props, mistake })))(
    'fails when $mistake',
    ({ props, mistake }) => {
      expect(findMistakes(props)).toEqual([mistake]);
    },
  );
