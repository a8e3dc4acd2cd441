import type { PageMetadata } from '../../emergency-site/page-metadata';
import { LivePage } from './live-page';
import { readPage } from './read-page';
import { foldersIn, isSource, watchFolders } from './watch-folder';

/** Where a page comes from, and who is told what becomes of it. */
export interface FollowOptions {
  /** The assembly; of an app where it is synthesized to. */
  readonly assembly: string;
  /** Synthesizes it. @default - somebody else does */
  readonly synthesize?: (() => Promise<unknown>) | undefined;
  /** The folder of the app's sources. */
  readonly sources: string;
  readonly store?: string | undefined;
  readonly now: () => number;
  /** Says something to the person. */
  readonly say: (text: string) => void;
}

/** A page that follows its app, until it is told to stop. */
export interface FollowedPage {
  readonly page: LivePage;
  readonly stop: () => void;
}

/**
 * Shows the page of an app, and again whenever it is synthesized: by others, or here as its sources change. What was
 * synthesized before is shown at once.
 * @throws CliError when there is no page to show at first
 */
export async function followApp(options: FollowOptions): Promise<FollowedPage> {
  const { assembly, synthesize, sources, store, now } = options;
  const known = synthesize === undefined ? readPage(assembly, store) : readIfThere(options);
  if (known === undefined) {
    await synthesize?.();
  }
  const page = new LivePage((known ?? readPage(assembly, store)).page, now);
  const refresher = new Refresher(page, options);
  const { refresh } = refresher;
  const isSynthesized = (file: string) => file === 'manifest.json';
  const isEdited = (file: string) => isSource(file) && !refresher.mayHaveWritten(file);
  const stop =
    synthesize === undefined
      ? watchFolders(assembly, [''], isSynthesized, refresh)
      : watchFolders(sources, foldersIn(sources), isEdited, refresh);
  if (known !== undefined && synthesize !== undefined) {
    void refresh();
  }
  return { page, stop };
}

function readIfThere({ assembly, store }: FollowOptions): PageMetadata | undefined {
  try {
    return readPage(assembly, store);
  } catch {
    return undefined;
  }
}

/** Brings a page up to date, one time after the other. */
class Refresher {
  private running = false;
  private isDue = false;

  constructor(
    private readonly page: LivePage,
    private readonly options: FollowOptions,
  ) {}

  /** Whether a file may be the output of a compiler that belongs to the app, which would never come to an end. */
  mayHaveWritten(file: string): boolean {
    return this.running && /\.[cm]?js(on)?$/.test(file);
  }

  readonly refresh = async (): Promise<void> => {
    this.isDue = true;
    if (this.running) {
      return;
    }
    this.running = true;
    while (this.isDue) {
      this.isDue = false;
      await this.once();
    }
    this.running = false;
  };

  /** The last page stays when this one fails. */
  private async once(): Promise<void> {
    const { assembly, synthesize, store, say } = this.options;
    try {
      await synthesize?.();
      this.page.show(readPage(assembly, store).page);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  }
}
