import { handleEvent, type Outcome } from '../../../../lambda/status-update/handle-event';
import type { Ports, StateStore } from '../../../../lambda/status-update/ports';
import type { Settings } from '../../../../lambda/status-update/settings';
import { FakeWorld } from './fake-world';
import { memoryStore } from './memory-store';
import { SETTINGS } from './settings';

const TICK = { source: 'aws.events', 'detail-type': 'Scheduled Event' };

/** The function, woken by a test, in a world that is new for each test of the file that makes one. */
export class WokenFunction {
  world!: FakeWorld;
  private store!: StateStore;

  /** @param settings of the shop that every test of the file is about */
  constructor(private readonly settings: Settings = SETTINGS) {
    beforeEach(() => {
      this.world = new FakeWorld();
      this.store = memoryStore();
    });
  }

  /** What its invocations share. */
  get ports(): Ports {
    return this.world.ports(this.store);
  }

  /** One invocation, by the schedule unless an event is given. */
  invoke(event: unknown = TICK, ports: Partial<Ports> = {}): Promise<Outcome> {
    return handleEvent(event, { ...this.ports, ...ports }, this.settings);
  }
}

export const problemsOf = ({ problems }: Outcome): readonly string[] =>
  problems.map(({ message }) => message);
