import { CloudAssembly } from '@aws-cdk/cloud-assembly-api';

/** Whether a folder has a whole assembly: one that asks the CLI for no context, such as a hosted zone's id. */
export function missesNothing(directory: string): boolean {
  try {
    return (new CloudAssembly(directory).manifest.missing ?? []).length === 0;
  } catch {
    return false;
  }
}
