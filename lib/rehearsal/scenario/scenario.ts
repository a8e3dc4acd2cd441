import type { RehearsalBudgets } from '../../understudy-props';
import type { ScenarioFault } from './fault';
import type { PersonAction } from './person-action';

/** What is expected of the stack in a scenario, beside its budgets. */
export interface Expectations {
  /**
   * Whether Route 53 has to answer with SECONDARY until the store is repaired, has to do so though it may go back before
   * every resolver has asked, or must not.
   */
  readonly failover: 'switches' | 'comes and goes' | 'stays' | 'any';
  /** Whether people have to be told, of the end too, or must not be disturbed. */
  readonly messages: 'some' | 'none' | 'any';
  /** How many incidents on-call is told of, each once as it begins and once as it is resolved. */
  readonly incidents: number | 'any';
  /** How many plain alarms tell of something wrong, beside the incidents; one at least has to end. */
  readonly plainAlarms: number | 'any';
  /**
   * How many notifications a person with e-mail and SMS gets at most, of everything; each pager may add a third of that, and
   * each chat as many as the person's e-mails. @default - nobody counts
   */
  readonly notificationsAtMost?: number;
  /** Whether the second contact has to be called, once, because nobody acknowledges. @default 'any' */
  readonly secondContact?: 'called' | 'any';
  /** Whether somebody who is kept out has to see the emergency page in time. */
  readonly emergencyPage: 'in time' | 'any';
  /** Whether shoppers may see raw errors: never, until the last resolver has switched, or at any time. */
  readonly rawErrors: 'none' | 'until switched' | 'any';
  /** Whether every shopper has to be served by the store itself from beginning to end. */
  readonly shoppersMeanwhile: 'all served' | 'any';
  /** Whether every shopper has to be back in the store in the last minute of the play. */
  readonly shoppersAtTheEnd: 'all back' | 'any';
  /** Budgets that differ from the store's own in this scenario. */
  readonly budgets: Partial<RehearsalBudgets>;
  /** What the stack is known not to do here: shown with the verdict, so that nobody takes a pass for more than it is. */
  readonly knownGap?: string;
}

/** The shoppers of a store and how they behave. Percentages are from 0 to 100. */
export interface ShopperSettings {
  /** New shoppers in an ordinary minute, each at a random moment. */
  readonly arrivalsPerMinute: number;
  /** How many come with the cookie of an earlier visit. */
  readonly returningPercent: number;
  /** Product pages per visit, on average. */
  readonly pagesPerVisit: number;
  /** Seconds between two pages, on average. */
  readonly secondsPerPage: number;
  /** How many shoppers put something into the cart. */
  readonly cartPercent: number;
  /** How many of those place the order. */
  readonly orderPercent: number;
  /** How many stay on the emergency page until it brings them back; the others leave. */
  readonly staysPercent: number;
  /** How many try again by hand after an error or a long wait; the others leave. */
  readonly retriesPercent: number;
  /** Resolvers of internet providers, each with a cache of its own. */
  readonly resolvers: number;
  /** How many of them keep an answer longer than its TTL. */
  readonly overstayingPercent: number;
  /** For how many seconds those keep it. */
  readonly overstaySeconds: number;
}

/** How much the store can take before it falls over. */
export interface StoreCapacity {
  /** Requests that it finishes in a second when all is well. */
  readonly requestsPerSecond: number;
  /** Requests that may wait for their turn; beyond that it answers 503. */
  readonly queue: number;
  /** How many times slower it works with a full queue than with an empty one: 1 for no loss. */
  readonly slowdown: number;
}

/** What a rehearsal plays. */
export interface Scenario {
  /** Short and unique. */
  readonly name: string;
  /** What is expected to hold. */
  readonly hypothesis: string;
  /** From 1, once in years, to 5, every month. */
  readonly likelihood: number;
  /** From 1, few notice, to 5, nobody can buy. */
  readonly impact: number;
  /** The people who look after it. */
  readonly owner: string;
  /** Where it makes sense. A stack of another kind counts as `edge`. */
  readonly topologies: readonly ('edge' | 'dns')[];
  /** At least one, in any order; they may overlap. */
  readonly faults: readonly ScenarioFault[];
  /** What people do meanwhile, in any order. May be empty. */
  readonly people: readonly PersonAction[];
  readonly shoppers: ShopperSettings;
  /** @default - the store can take anything */
  readonly capacity?: StoreCapacity;
  /** By topology; a stack of another kind is held to those of `edge`. */
  readonly expectations: Readonly<Record<'edge' | 'dns', Expectations>>;
  /** When the play ends, in seconds after its start. */
  readonly endSeconds: number;
}
