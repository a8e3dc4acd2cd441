#!/usr/bin/env -S npx tsx
import type { AddressInfo } from 'node:net';
import { previewPort } from '../lib/emergency-site/preview/preview-port';
import { previewServer } from '../lib/emergency-site/preview/preview-server';
import { emergencyPage } from './emergency-page';

function start(port: number): void {
  const server = previewServer({ page: emergencyPage, version: String(Date.now()), now: Date.now });
  server.on('error', (error: NodeJS.ErrnoException) => {
    const taken = error.code === 'EADDRINUSE';
    console.error(taken ? `--port: ${port} is taken by another program; name another` : error.message);
    process.exitCode = 1;
  });
  server.listen(port, '127.0.0.1', () => {
    const { port: actual } = server.address() as AddressInfo;
    console.log(`Every state and language: http://localhost:${actual}`);
  });
}

try {
  start(previewPort(process.argv.slice(2)));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
