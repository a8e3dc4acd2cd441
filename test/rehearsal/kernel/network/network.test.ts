import { Internet } from '../../../../lib/rehearsal/kernel/network/network';
import { aResponse } from '../../../parity/helpers/exchanges';
import { FakeHost } from '../../helpers/fake-host';

const REQUEST = { method: 'GET', path: '/', headers: {} };

class HostAt extends FakeHost {
  constructor(private readonly own: string) {
    super();
  }
  override answersAt(address?: string): boolean {
    return address === this.own;
  }
}

describe('network', () => {
  test('finds no address that nobody has', async () => {
    const internet = new Internet();
    expect(internet.answersAt('192.0.2.1')).toBe(false);
    expect(await internet.exchange('192.0.2.1', REQUEST, 0)).toEqual({ kind: 'dns-failure', elapsedMs: 0 });
  });

  test('asks the first host that has the address', async () => {
    const internet = new Internet();
    const hosts = [new HostAt('192.0.2.1'), new HostAt('192.0.2.2'), new HostAt('192.0.2.2')];
    for (const [index, host] of hosts.entries()) {
      host.answer = () => aResponse({ status: 200 + index });
      internet.add(host);
    }
    expect(await internet.exchange('192.0.2.2', REQUEST, 5)).toMatchObject({ status: 201 });
    expect(hosts.map(({ received }) => received.length)).toEqual([0, 1, 0]);
    expect(hosts[1]?.received[0]?.startMs).toBe(5);
  });
});
