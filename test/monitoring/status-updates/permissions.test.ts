import { App, Stack } from 'aws-cdk-lib';
import { askCheckers } from '../../../lib/monitoring/status-updates/permissions';
import { CHECKOUT_DOWN, STORE_DOWN } from '../../lambda/status-update/helpers/symptoms';

const asked = (symptoms: Parameters<typeof askCheckers>[1]): string[] =>
  askCheckers(new Stack(new App()), symptoms)
    .flatMap(({ resources }) => resources)
    .map((arn) => arn.replace(/.*:healthcheck\//, ''));

describe('the checkers that may be asked', () => {
  test('are those of endpoints, and none where only the calculated check is watched', () => {
    expect(asked([STORE_DOWN, CHECKOUT_DOWN])).toEqual(['check-of-checkout']);
    expect(asked([STORE_DOWN])).toEqual([]);
  });

  test('are also those of the ports that close the store', () => {
    const closedByPort = { ...STORE_DOWN, portChecks: ['check-of-port'] };
    expect(asked([closedByPort, CHECKOUT_DOWN])).toEqual(['check-of-checkout', 'check-of-port']);
  });
});
