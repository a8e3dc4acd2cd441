import { spawnSync } from 'node:child_process';

/** The middle of some numbers, robust against one slow run. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Runs a command to its end. @throws Error with what it said when it fails */
export function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status !== 0) {
    throw new Error(`${args.join(' ')} failed:\n${`${stdout}${stderr}`.slice(-2000)}`);
  }
  return stdout;
}

/** How long a command takes as a whole process, in milliseconds. */
export function timeMs(command: string, args: readonly string[]): number {
  const startMs = performance.now();
  run(command, args);
  return performance.now() - startMs;
}

/** Two commands in turn, A B A B ..., after one of each that does not count: the medians and the median of the ratios. */
export function compare(runs: number, a: () => number, b: () => number) {
  a();
  b();
  const pairs = Array.from({ length: runs }, () => ({ a: a(), b: b() }));
  return {
    aMs: median(pairs.map((pair) => pair.a)),
    bMs: median(pairs.map((pair) => pair.b)),
    ratio: median(pairs.map((pair) => pair.a / pair.b)),
  };
}
