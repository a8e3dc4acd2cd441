import type { VirtualClock } from '../rehearsal/kernel/clock/virtual-clock';
import { RehearsalError } from '../rehearsal/kernel/errors';
import type { TimedEvent } from '../rehearsal/kernel/event-log';
import type { Population } from '../rehearsal/play/shoppers/population';
import { START_MS } from '../rehearsal/play/staged-world';
import type { World } from '../rehearsal/play/world/world';
import { describeEvent } from '../rehearsal/report/describe-event';
import type { ScenarioFault } from '../rehearsal/scenario/fault';
import { dnsAnswerIn } from './dns-answer';
import { type FaultInput, readFault, readStoreFault, type StoreFaultInput } from './given-fault';
import { messagesIn, requireSubscriber } from './inbox';
import type { OpenFaults } from './open-faults';
import { requireHealthCheckName } from './require-health-check-name';
import { millisecondsOf, type TimeSpan } from './time-span';
import { shopperIn, type VisitOptions } from './visit';
import type { OpenFault, TestWorld } from './world';

/** What a world is stepped with. */
export interface SteppedWorldDeps {
  readonly assembly: string;
  readonly world: World;
  readonly clock: VirtualClock;
  readonly faults: OpenFaults;
  readonly population: Population;
  /** Endpoints that people and machines are subscribed with. */
  readonly subscribers: readonly string[];
}

/** A world that somebody steps by hand. */
export class SteppedWorld implements TestWorld {
  private readonly open = new Set<OpenFault>();
  private readonly ask: ReturnType<typeof shopperIn>;
  private readonly begin: (fault: ScenarioFault) => () => void;
  private standing: 'at rest' | 'busy' | 'closed' = 'at rest';

  constructor(private readonly deps: SteppedWorldDeps) {
    this.ask = shopperIn(deps.world);
    this.begin = deps.faults.stageIn(deps.world);
  }

  get now(): Date {
    return new Date(this.deps.clock.nowMs);
  }

  get assembly(): string {
    return this.deps.assembly;
  }

  advance(by: TimeSpan): Promise<void> {
    return this.step('advance', () => {
      const { clock } = this.deps;
      return clock.runUntil(clock.nowMs + millisecondsOf(by, 'advance'));
    });
  }

  breakStore(fault: StoreFaultInput = { kind: 'refuses' }): OpenFault {
    const { paths } = this.atRest('breakStore').settings;
    return this.opened(this.begin(readStoreFault(fault, 'breakStore', paths)));
  }

  inject(fault: FaultInput): OpenFault {
    const { paths } = this.atRest('inject').settings;
    return this.opened(this.begin(readFault(fault, 'inject', paths)));
  }

  failCheck(endpoint: string): OpenFault {
    const { healthChecks, settings, log } = this.atRest('failCheck');
    const { failingChecks } = this.deps.faults;
    const name = requireHealthCheckName(endpoint, { names: healthChecks.probedNames, ...settings });
    const text = `the checkers see "${name}" down, whatever it answers`;
    failingChecks.add(name);
    log.record({ kind: 'fault', phase: 'starts', text });
    return this.opened(() => {
      failingChecks.delete(name);
      log.record({ kind: 'fault', phase: 'ends', text: `over: ${text}` });
    });
  }

  mend(): void {
    this.atRest('mend');
    for (const fault of this.open) {
      fault.mend();
    }
  }

  visit(path: string, options?: VisitOptions) {
    return this.step('visit', () => this.ask(path, options));
  }

  shoppers() {
    this.atRest('shoppers');
    return this.deps.population.tally.totals;
  }

  inbox(recipient?: string) {
    const messages = messagesIn(this.eventsFor('inbox'));
    if (recipient === undefined) {
      return messages;
    }
    requireSubscriber(recipient, this.deps.subscribers);
    return messages.filter((message) => message.recipient === recipient);
  }

  alarms() {
    const { alarms } = this.atRest('alarms');
    return alarms.all.map(({ name, state, because, changedMs }) => ({
      ...{ name, state, because },
      since: new Date(changedMs),
    }));
  }

  healthChecks() {
    return this.atRest('healthChecks').healthChecks.statuses;
  }

  dnsAnswer(name: string) {
    return dnsAnswerIn(this.atRest('dnsAnswer').zone, name);
  }

  timeline() {
    return this.eventsFor('timeline').flatMap((event) => {
      const text = describeEvent(event);
      return text === undefined ? [] : [{ at: new Date(event.atMs), text }];
    });
  }

  async close(): Promise<void> {
    if (this.standing === 'closed') {
      return;
    }
    const world = this.atRest('close');
    this.standing = 'closed';
    await world.close();
  }

  /** What happened before the world was opened belongs to its warm-up: alarms that get their first data. */
  private eventsFor(name: string): readonly TimedEvent[] {
    return this.atRest(name).log.events.filter(({ atMs }) => atMs >= START_MS);
  }

  private opened(mend: () => void): OpenFault {
    const fault: OpenFault = {
      mend: () => {
        this.atRest('mend');
        if (this.open.delete(fault)) {
          mend();
        }
      },
    };
    this.open.add(fault);
    return fault;
  }

  /** One thing at a time: without an await, the next call would see half of a step. */
  private async step<T>(name: string, take: () => Promise<T>): Promise<T> {
    this.atRest(name);
    this.standing = 'busy';
    try {
      return await take();
    } finally {
      this.standing = 'at rest';
    }
  }

  /** @throws RehearsalError WORLD_CLOSED, WORLD_BUSY */
  private atRest(name: string): World {
    if (this.standing === 'closed') {
      throw new RehearsalError('WORLD_CLOSED', `${name}: this world is closed; open another with openWorld`);
    }
    if (this.standing === 'busy') {
      throw new RehearsalError('WORLD_BUSY', `${name}: a step is still under way; await advance and visit`);
    }
    return this.deps.world;
  }
}
