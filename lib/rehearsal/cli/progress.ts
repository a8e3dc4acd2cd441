/** One line that changes while something takes its time. */
export interface Progress {
  show(text: string): void;
  /** Leaves no trace. */
  clear(): void;
}

/** Back to the start of the line, and empty it. */
const WIPE = '\r\u001b[2K';

/** On a terminal only: in a log file every step would be a line of its own. */
export const progressOn = (stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>): Progress => ({
  show: (text) => {
    if (stream.isTTY) {
      stream.write(`${WIPE}${text}`);
    }
  },
  clear: () => {
    if (stream.isTTY) {
      stream.write(WIPE);
    }
  },
});
