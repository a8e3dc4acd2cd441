/** The times of a rehearsal that an unknown may move. */
export type MovedTime =
  | 'detectMs'
  | 'dnsMs'
  | 'firstPageMs'
  | 'worstWaitMs'
  | 'switchedWaitMs'
  | 'alertMs'
  | 'announcedMs'
  | 'recoveredMs'
  | 'backMs';

/** Something that AWS gives no number for. Any number within the range may be true, and the default is a guess. */
export interface Unknown {
  /** What it is, as the subject of a sentence that goes on with "is" and a value. */
  readonly what: string;
  /** `ms`, `s`, or what is counted. */
  readonly unit: 'ms' | 's' | 'periods' | 'locations' | 'objects' | 'checkers' | 'order';
  /** The smallest that may be true. */
  readonly least: number;
  /** The greatest that may be true. */
  readonly most: number;
  /** What a play takes unless it is given another. */
  readonly default: number;
  /** What is known, and from whom; where nothing is, how the range came about. */
  readonly known: string;
  /** Where AWS says as much as it says. @default - no page of AWS's was found */
  readonly source?: string;
  /** The times that it may move. Empty: none that has a budget. */
  readonly moves: readonly MovedTime[];
}
