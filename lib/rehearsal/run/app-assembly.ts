import { RehearsalError } from '../kernel/errors';

/**
 * What a rehearsal can read: the folder of a cloud assembly such as `cdk.out`, or a CDK `App` or `Stage`, which is
 * synthesized first.
 */
export type AppOrAssembly = string | SynthesizableApp;

/** An `App` or a `Stage` of aws-cdk-lib, as far as it counts here. */
export interface SynthesizableApp {
  synth(): { readonly directory: string };
  /** Where a stage keeps its assets: in the assembly of its app. */
  readonly assetOutdir?: string;
}

/** The folder of an assembly. */
export interface AssemblyFolder {
  readonly directory: string;
  /** The folder that its files lie in: of a stage, the assembly of its app. */
  readonly assets: string;
}

/**
 * The folder of an assembly, synthesized where it has to be.
 * @param where what was called, for messages
 * @throws RehearsalError ASSEMBLY_NOT_FOUND for anything else, and whatever the app throws
 */
export function assemblyFolderOf(app: AppOrAssembly, where: string): AssemblyFolder {
  if (typeof app === 'string') {
    return { directory: app, assets: app };
  }
  if (typeof app?.synth !== 'function') {
    throw notAnApp(app, where);
  }
  const { directory } = app.synth();
  return { directory, assets: app.assetOutdir ?? directory };
}

function notAnApp(got: unknown, where: string): RehearsalError {
  const name = got === null || got === undefined ? String(got) : `a ${got.constructor?.name ?? typeof got}`;
  return new RehearsalError(
    'ASSEMBLY_NOT_FOUND',
    `${where}: must be a CDK App, a Stage, or the folder of a cloud assembly, got ${name}; of a Stack or a construct pass the App around it`,
  );
}
