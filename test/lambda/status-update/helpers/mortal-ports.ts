import type { Ports } from '../../../../lambda/status-update/ports';

/** Where an invocation dies. */
export interface Death {
  /** At which call of a port, from 0. */
  readonly call: number;
  /** Whether the call still reaches the other side. */
  readonly afterwards: boolean;
}

type Method = (...args: unknown[]) => Promise<unknown>;

/** Ports whose invocation stops for good at one call, as a crash or a timeout does; `died` resolves when it has. */
export function mortalPorts(ports: Ports, death: Death | undefined): { ports: Ports; died: Promise<void> } {
  let calls = 0;
  let die: () => void = () => undefined;
  const died = new Promise<void>((resolve) => {
    die = resolve;
  });
  const mortal =
    (method: Method, self: unknown): Method =>
    async (...args) => {
      const mine = calls;
      calls += 1;
      if (mine !== death?.call) {
        return method.apply(self, args);
      }
      if (death.afterwards) {
        await method.apply(self, args);
      }
      die();
      return new Promise<never>(() => undefined);
    };
  const wrap = <T extends object>(port: T): T =>
    new Proxy(port, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? mortal(value as Method, target) : value;
      },
    });
  const { now, ...others } = ports;
  const wrapped = Object.fromEntries(Object.entries(others).map(([name, port]) => [name, wrap(port)]));
  return { ports: { ...(wrapped as unknown as typeof others), now }, died };
}
