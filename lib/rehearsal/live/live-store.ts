/** The store's process, to be killed and restarted at will. */
export interface LiveStore {
  /** Whether it answers. */
  readonly running: boolean;
  /** @default - it does not run */
  readonly pid?: number;
  /** Ends it as a crash does. Does nothing while it is down. */
  kill(): Promise<void>;
  /** Starts it again. Does nothing while it runs. */
  restart(): Promise<void>;
}
