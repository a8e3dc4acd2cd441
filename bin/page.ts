#!/usr/bin/env -S npx tsx
import { previewServer } from '../lib/emergency-site/preview/preview-server';
import { emergencyPage } from './emergency-page';

const PORT = 8082;

const server = previewServer({ page: emergencyPage, version: String(Date.now()), now: Date.now });
server.on('error', (error: NodeJS.ErrnoException) => {
  const taken = error.code === 'EADDRINUSE';
  console.error(taken ? `port ${PORT}: is taken by another program; stop it first` : error.message);
  process.exitCode = 1;
});
server.listen(PORT, '127.0.0.1', () => console.log(`Every state and language: http://localhost:${PORT}`));
