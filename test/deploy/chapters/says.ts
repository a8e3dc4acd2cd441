import type { World } from '../world';

/** Gives a command, which has to succeed and to say something. @throws Error with what it said instead */
export function says(world: World, expected: RegExp, ...args: string[]): Promise<undefined> {
  return saysWith(0, world, expected, ...args);
}

/** Gives a command that has to end with an exit code. @throws Error with what it said instead */
export async function saysWith(
  exitCode: number,
  { understudy }: World,
  expected: RegExp,
  ...args: string[]
): Promise<undefined> {
  const { code, stdout, stderr } = await understudy(...args);
  if (code !== exitCode || !expected.test(stdout)) {
    throw new Error(`understudy ${args.join(' ')} ended with ${code}:\n${stdout}${stderr}`);
  }
  return undefined;
}
