import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleAssembly } from '../../helpers/example-assembly';

/** A resource of a template, to be changed in place. */
export interface EditableResource {
  Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: as loose as the JSON of a template
  Properties: Record<string, any>;
}

/** A copy of the example's assembly whose template was edited; the caller removes it. */
export interface EditedAssembly {
  readonly directory: string;
  remove(): void;
}

/** @param edit changes the template's resources in place, by logical id */
export async function editedAssembly(
  topology: 'edge' | 'dns',
  edit: (resources: Record<string, EditableResource>) => void,
): Promise<EditedAssembly> {
  const directory = mkdtempSync(join(tmpdir(), 'understudy-edited-'));
  cpSync(await exampleAssembly(topology), directory, { recursive: true });
  const path = join(directory, 'Understudy.template.json');
  const template = JSON.parse(readFileSync(path, 'utf8'));
  edit(template.Resources);
  writeFileSync(path, JSON.stringify(template));
  return { directory, remove: () => rmSync(directory, { recursive: true }) };
}
