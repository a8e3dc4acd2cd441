import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Understudy } from '../../lib/understudy';
import type { UnderstudyProps } from '../../lib/understudy-props';
import { APP_CONTEXT } from './store-props';

/** An assembly that its maker removes. */
export interface StoreAssembly {
  readonly directory: string;
  remove(): void;
}

/** Synthesizes a store of any description, with real bundles. */
export function storeAssembly(props: UnderstudyProps): StoreAssembly {
  const directory = mkdtempSync(join(tmpdir(), 'understudy-store-'));
  const app = new App({ outdir: directory, context: APP_CONTEXT, builtinCloudFormationValidation: false });
  new Understudy(new Stack(app, 'Understudy', { env: { region: 'us-east-1' } }), 'Understudy', props);
  app.synth();
  return { directory, remove: () => rmSync(directory, { recursive: true }) };
}
