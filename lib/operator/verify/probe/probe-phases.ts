import type { Socket } from 'node:net';
import { after, steadyNowMs } from '../../../../lambda/shared/contract/wall-clock';
import type { Exchange } from '../../../rehearsal/kernel/network/exchange';

/** When each phase of a probe ended, and what ends one that takes too long. */
export class ProbePhases {
  private startedMs = steadyNowMs();
  private connectedMs: number | undefined;
  private stopWaiting: () => void;
  private hasStatus = false;

  /** @param end takes what came of it when nothing came in time */
  constructor(
    connectMs: number,
    private readonly end: (exchange: Exchange) => void,
  ) {
    this.stopWaiting = this.giveUpAfter(connectMs);
  }

  /** The clock runs from when the name is known until there is a connection. */
  watch(socket: Socket, onConnect: () => void): void {
    socket.once('lookup', () => {
      this.startedMs = steadyNowMs();
    });
    socket.once('connect', () => {
      this.connectedMs = steadyNowMs();
      onConnect();
    });
  }

  /** Gives the next phase its own limit. */
  waitFor(limitMs: number): void {
    this.stop();
    this.stopWaiting = this.giveUpAfter(limitMs);
  }

  stop(): void {
    this.stopWaiting();
  }

  /** Whether there was a status. */
  get isAnswered(): boolean {
    return this.hasStatus;
  }

  /** The status is there. */
  answered(): { readonly connectMs: number; readonly firstByteMs: number } {
    this.stop();
    this.hasStatus = true;
    const connectedMs = this.connectedMs ?? this.startedMs;
    return { connectMs: connectedMs - this.startedMs, firstByteMs: steadyNowMs() - connectedMs };
  }

  /** Nothing came in time. */
  silence(): Exchange {
    return this.connectedMs === undefined
      ? { kind: 'connect-timeout', elapsedMs: Number.POSITIVE_INFINITY }
      : { kind: 'no-response', connectMs: this.connectedMs - this.startedMs };
  }

  failure({ code = '' }: NodeJS.ErrnoException): Exchange {
    const elapsedMs = steadyNowMs() - this.startedMs;
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
      return { kind: 'dns-failure', elapsedMs };
    }
    if (code === 'ECONNREFUSED') {
      return { kind: 'connect-refused', elapsedMs };
    }
    // No way there, or nobody: the network said so before the checker's own time was over.
    if (this.connectedMs === undefined) {
      return { kind: 'connect-timeout', elapsedMs };
    }
    const isTls = /^(ERR_SSL|ERR_TLS|EPROTO)/.test(code);
    return isTls ? { kind: 'tls-failure', reason: 'handshake', elapsedMs } : { kind: 'reset', elapsedMs };
  }

  private giveUpAfter(limitMs: number): () => void {
    return after(limitMs, () => this.end(this.silence()));
  }
}
