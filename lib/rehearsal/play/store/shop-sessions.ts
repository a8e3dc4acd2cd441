import type { Random } from '../../kernel/clock/random';

/** The caller, as far as the store can tell. */
export interface ShopSession {
  readonly id: string;
  /** Whether it begins with this request. */
  readonly isNew: boolean;
}

/** The sessions of a store and their baskets: a new one for everybody who comes without a cookie. */
export class ShopSessions {
  private begun = 0;
  /** Things in each basket that is not empty, by session. */
  private readonly baskets: Map<string, number>;

  /**
   * @param random makes ids that nobody guesses, the same ones for the same seed
   * @param name sets the ids of one store's process apart from those of another
   */
  constructor(
    private readonly random: Random,
    private readonly name = '',
    baskets: readonly (readonly [string, number])[] = [],
  ) {
    this.baskets = new Map(baskets);
  }

  /** Goes on with the session of a cookie, also with one that began elsewhere, or begins a new one. */
  enter(known: string | undefined): ShopSession {
    if (known !== undefined) {
      return { id: known, isNew: false };
    }
    const chance = Math.floor(this.random() * 2 ** 32).toString(36);
    return { id: `${this.name}${(this.begun++).toString(36)}-${chance}`, isNew: true };
  }

  itemsOf(session: string): number {
    return this.baskets.get(session) ?? 0;
  }

  /** @param items 0 for an empty basket */
  fill(session: string, items: number): void {
    if (items > 0) {
      this.baskets.set(session, items);
    } else {
      this.baskets.delete(session);
    }
  }
}
