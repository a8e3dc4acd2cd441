/**
 * The `package.json` beside the compiled code: what the code reads of the package, and which kind of modules it is made
 * of. It stands where the sources expect the real one, one folder above `lib/`.
 */
export function packageFacts(manifest: string): string {
  const { version, type, peerDependencies } = JSON.parse(manifest);
  return `${JSON.stringify({ version, type, peerDependencies }, undefined, 2)}\n`;
}
