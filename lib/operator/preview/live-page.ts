import { EventEmitter } from 'node:events';
import type { EmergencyPageProps } from '../../page/emergency-page-props';
import type { PreviewOptions } from './preview-server';

/** A page that changes while it is shown. */
export class LivePage implements PreviewOptions {
  private readonly changes = new EventEmitter<{ change: [string] }>().setMaxListeners(0);
  private changed = 0;

  /** @param start tells this start of the preview from others, in epoch milliseconds */
  constructor(
    private props: EmergencyPageProps,
    readonly now: () => number,
    private readonly start = now(),
  ) {}

  get page(): EmergencyPageProps {
    return this.props;
  }

  get version(): string {
    return `${this.start}.${this.changed}`;
  }

  /** Shows other props from now on. Nothing happens when they are the same. */
  show(props: EmergencyPageProps): void {
    if (JSON.stringify(props) === JSON.stringify(this.props)) {
      return;
    }
    this.props = props;
    this.changed += 1;
    this.changes.emit('change', this.version);
  }

  readonly onChange = (listener: (version: string) => void): (() => void) => {
    this.changes.on('change', listener);
    return () => this.changes.off('change', listener);
  };
}
