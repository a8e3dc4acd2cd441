import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
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
export function assemble(folder: string, name: string, props: UnderstudyProps): string {
  const outdir = join(folder, name);
  mkdirSync(outdir, { recursive: true });
  const app = new App({ outdir, context: APP_CONTEXT, builtinCloudFormationValidation: false });
  new Understudy(new Stack(app, STACK, { env: { region: 'us-east-1' } }), STACK, props);
  app.synth();
  return outdir;
}

/** The template of the store in an assembly. */
export const templateOf = (assembly: string): Template =>
  JSON.parse(readFileSync(join(assembly, `${STACK}.template.json`), 'utf8'));
