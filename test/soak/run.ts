import type { Ports } from '../../lambda/status-update/ports';
import type { Agenda } from './agenda';
import type { Chance } from './chance';

/** As long as the function may run. */
const TIME_LIMIT_MS = 30_000;

/** What happens to one invocation besides its work. */
export interface Fate {
  /** At which call of a port it dies, from 0, and whether the call still reaches the other side. */
  readonly death?: { readonly call: number; readonly afterwards: boolean };
  /** At which call it is slow. */
  readonly stall?: { readonly call: number; readonly ms: number };
}

type Method = (...args: unknown[]) => Promise<unknown>;

/** One invocation: it may die half-way, be slow, and mix with others in any order. */
export class Run {
  /** It stopped for good before its end. */
  died = false;
  /** The table failed it, so that it may not have noted what it sent. */
  wasFailed = false;
  private calls = 0;
  private isOver = false;
  private stop: () => void = () => undefined;

  constructor(
    private readonly agenda: Agenda,
    private readonly chance: Chance,
    private readonly fate: Fate,
  ) {}

  /** Resolves when the work is done or the run has died. */
  async live<T>(ports: Ports, work: (ports: Ports) => Promise<T>): Promise<T | undefined> {
    const stopped = new Promise<undefined>((resolve) => {
      this.stop = () => resolve(undefined);
    });
    this.agenda.at(this.agenda.nowMs + TIME_LIMIT_MS, () => this.die());
    const result = await Promise.race([work(this.within(ports)), stopped]);
    this.isOver = true;
    return result;
  }

  private die(): void {
    if (this.isOver) {
      return;
    }
    this.isOver = true;
    this.died = true;
    this.stop();
  }

  private within({ now, ...others }: Ports): Ports {
    const wrap = <T extends object>(port: T): T =>
      new Proxy(port, {
        get: (target, name) => {
          const value: unknown = Reflect.get(target, name);
          return typeof value === 'function' ? this.mortal(value as Method, target) : value;
        },
      });
    const wrapped = Object.fromEntries(Object.entries(others).map(([name, port]) => [name, wrap(port)]));
    return { ...(wrapped as unknown as typeof others), now };
  }

  private mortal(method: Method, self: unknown): Method {
    return async (...args) => {
      const call = this.calls;
      this.calls += 1;
      const { death, stall } = this.fate;
      if (stall?.call === call) {
        await this.agenda.sleep(stall.ms);
      }
      for (let turns = this.chance.int(0, 3); turns > 0; turns -= 1) {
        await undefined;
      }
      const isLast = death?.call === call;
      if (this.died || (isLast && !death.afterwards)) {
        return this.end();
      }
      const result = await method.apply(self, args);
      return isLast || this.died ? this.end() : result;
    };
  }

  private end(): Promise<never> {
    this.die();
    return new Promise(() => undefined);
  }
}
