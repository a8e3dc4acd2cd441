import type { Server } from 'node:http';

/** Lets the process end although the server listens: a caller keeps the process alive while it waits. */
export function letProcessEnd(server: Server): void {
  server.unref();
  server.on('connection', (socket) => socket.unref());
}
