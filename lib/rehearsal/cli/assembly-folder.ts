/** What an app makes of the context value `topology`. */
export type Topology = 'edge' | 'dns';

/** Where a rehearsal puts what it synthesizes. @param topology @default - the app's only one, as `cdk synth` has it */
export const assemblyFolder = (topology?: Topology): string =>
  topology === undefined ? 'cdk.out' : `cdk.out.${topology}`;
