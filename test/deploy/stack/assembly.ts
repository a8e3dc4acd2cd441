import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack, type StackProps } from 'aws-cdk-lib';
import { Understudy } from '../../../lib';
import type { UnderstudyProps } from '../../../lib/understudy-props';
import { APP_CONTEXT } from '../../helpers/store-props';

export const STACK = 'Understudy';

/** A template, as far as the check reads it. */
export interface Template {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Mappings?: Readonly<Record<string, Record<string, Record<string, unknown>>>>;
}

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
}

/** Synthesizes a store as an app does, with real bundles. @returns the folder */
export function assemble(outdir: string, props: UnderstudyProps, stackProps: StackProps): string {
  mkdirSync(outdir, { recursive: true });
  const app = new App({ outdir, context: APP_CONTEXT, builtinCloudFormationValidation: false });
  new Understudy(new Stack(app, STACK, { env: { region: 'us-east-1' }, ...stackProps }), STACK, props);
  app.synth();
  return outdir;
}

/** The template of the store in an assembly. */
export const templateOf = (assembly: string): Template =>
  JSON.parse(readFileSync(join(assembly, `${STACK}.template.json`), 'utf8'));

/** Copies an assembly with another template in it. The CDK CLI uploads each template once, under its hash. */
export function copyWith(template: Template, assembly: string, folder: string): void {
  cpSync(assembly, folder, { recursive: true });
  const text = JSON.stringify(template);
  writeFileSync(join(folder, `${STACK}.template.json`), text);
  const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8');
  const [, hash = ''] = /"stackTemplateAssetObjectUrl":.*\/([0-9a-f]{64})\.json"/.exec(manifest) ?? [];
  const other = createHash('sha256').update(text).digest('hex');
  for (const file of ['manifest.json', `${STACK}.assets.json`]) {
    const path = join(folder, file);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(hash, other));
  }
}
