import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CloudAssembly } from '@aws-cdk/cloud-assembly-api';
import { z } from 'zod';
import { CliError } from '../../command-line/cli-error';
import { PAGE_METADATA_TYPE, type PageMetadata } from '../../emergency-site/page-metadata';
import { renderEmergencyPage } from '../../page/render-emergency-page';

const METADATA = z.object({ schema: z.literal(1), domainName: z.string(), page: z.looseObject({}) });

/**
 * The emergency page that an assembly deploys. Runs no code of it.
 * @param store the domain name of the page's store. @default - the only one
 * @throws CliError
 */
export function readPage(assembly: string, store?: string): PageMetadata {
  if (!existsSync(join(assembly, 'manifest.json'))) {
    throw new CliError(
      `--app: no cloud assembly there, got ${assembly}; pass a folder that cdk synth wrote, such as cdk.out, or a command line such as "npx tsx bin/app.ts"`,
    );
  }
  const pages = new CloudAssembly(assembly).stacksRecursively
    .flatMap((stack) => stack.findMetadataByType(PAGE_METADATA_TYPE))
    .map(({ data }) => parse(data));
  const chosen = pages.filter(({ domainName }) => store === undefined || domainName === store);
  const [page] = chosen;
  if (page === undefined || chosen.length > 1) {
    throw notChosen(assembly, pages, store);
  }
  renderEmergencyPage(page.page);
  return page;
}

/** Props were checked when they were synthesized, by the version that reads them here. */
function parse(data: unknown): PageMetadata {
  try {
    return METADATA.parse(JSON.parse(String(data))) as unknown as PageMetadata;
  } catch (cause) {
    throw new CliError(
      '--app: its emergency page is of another version of Understudy; run cdk synth with this one',
      { cause },
    );
  }
}

function notChosen(assembly: string, pages: readonly PageMetadata[], store?: string): CliError {
  const names = pages.map(({ domainName }) => domainName).join(', ');
  const got = store === undefined ? 'nothing' : JSON.stringify(store);
  return new CliError(
    names === ''
      ? `--app: has no emergency page, got ${assembly}; name an app with a new Understudy(...) in it`
      : `--store: must be one of ${names}, got ${got}; a preview is of one page`,
  );
}
