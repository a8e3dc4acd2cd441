import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const SERVE = join(__dirname, '../emulator/serve.py');
const TRIES = 120;

/** MiniStack, with what it lacks, on a port of this machine alone. */
export interface Emulator {
  /** For every program that speaks to it: endpoint, region, keys. */
  readonly env: NodeJS.ProcessEnv;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the emulator and waits until it answers.
 * @param log where its log goes
 * @throws Error naming the log if it does not answer within a minute
 */
export async function startEmulator(python: string, log: string): Promise<Emulator> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const output = openSync(log, 'w');
  const child = spawn(python, [SERVE], {
    env: { ...process.env, ...settings(port) },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  await answering(endpoint, child, log);
  return { env: { ...process.env, ...clientSettings(endpoint) }, stop: () => stop(child) };
}

/** The loopback interface only; neither MQTT nor SFTP; functions as processes. */
const settings = (port: number): NodeJS.ProcessEnv => ({
  BIND_HOST: '127.0.0.1',
  GATEWAY_PORT: String(port),
  IOT_MTLS_ENABLED: '0',
  LAMBDA_EXECUTOR: 'local',
  LOG_LEVEL: 'INFO',
  PYTHONDONTWRITEBYTECODE: '1',
  SFTP_ENABLED: '0',
});

/** @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html */
const clientSettings = (endpoint: string): NodeJS.ProcessEnv => ({
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_REGION: 'us-east-1',
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_ENDPOINT_URL: endpoint,
  AWS_S3_FORCE_PATH_STYLE: '1',
  CDK_DISABLE_CLI_TELEMETRY: 'true',
  NODE_NO_WARNINGS: '1',
  PYTHONDONTWRITEBYTECODE: '1',
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function answering(endpoint: string, child: ChildProcess, log: string): Promise<void> {
  for (let attempt = 0; attempt < TRIES && child.exitCode === null; attempt += 1) {
    const answer = await fetch(`${endpoint}/_ministack/health`).catch(() => undefined);
    if (answer?.ok) {
      return;
    }
    await setTimeout(500);
  }
  child.kill('SIGKILL');
  throw new Error(`the emulator does not answer; see ${log}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) {
    return;
  }
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await Promise.race([ended, setTimeout(5_000, undefined, { ref: false })]);
  child.kill('SIGKILL');
}
