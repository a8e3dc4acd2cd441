import { seededRandom } from '../../lib/rehearsal/kernel/clock/random';

/** Dice that fall the same way for the same seed. */
export class Chance {
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  /** Whether something of this likelihood happens. */
  is(likelihood: number): boolean {
    return this.random() < likelihood;
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.random() * (to - from + 1));
  }

  of<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.int(0, choices.length - 1)] ?? choices[0];
  }
}
