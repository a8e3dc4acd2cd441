import { HOME_REGION } from '../../../lambda/shared/contract/home-region';
import type { Answers } from './answers';
import { appFile, CDK_JSON, GITIGNORE, PACKAGE_JSON, storeFile, TSCONFIG_JSON, VERSIONS } from './app-files';
import type { Folder } from './folder';

/** A file to write, by its path in the folder. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
}

/** What init does in a folder. */
export interface Plan {
  readonly files: readonly PlannedFile[];
  /** Files of the plan that exist already: nothing is written then. */
  readonly taken: readonly string[];
  /** What a person has to add to an app that exists. @default - nothing, the app is written, too */
  readonly addToApp?: readonly string[];
  /** Packages that are not installed, each as npm takes it, this one aside. */
  readonly missing: readonly string[];
  /** Whether this package is installed where the app can load it. */
  readonly hasPackage: boolean;
}

/** Whether a CDK app is written in a language that can use this package. */
export const isNodeApp = ({ app }: Folder): boolean =>
  app === undefined || /\b(node|tsx|ts-node|bun|deno)\b|\.[cm]?[jt]s\b/.test(app);

/** What to write. An app that exists gets the store file alone. */
export function planFiles(answers: Answers, folder: Folder): Plan {
  const isApp = folder.app !== undefined;
  const storePath = isApp && !folder.has('lib') ? 'store.ts' : 'lib/store.ts';
  const store = { path: storePath, text: storeFile(answers) };
  const files = isApp ? [store] : [store, ...appFiles(folder)];
  return {
    files,
    taken: files.filter(({ path }) => folder.has(path)).map(({ path }) => path),
    ...(isApp && { addToApp: linesFor(storePath) }),
    missing: isApp ? [] : missingPackages(folder),
    hasPackage: folder.isInstalled('understudy'),
  };
}

/** package.json, tsconfig.json and .gitignore may be there already, as after `npm i understudy`. */
function appFiles(folder: Folder): readonly PlannedFile[] {
  const optional = [
    { path: 'package.json', text: PACKAGE_JSON },
    { path: 'tsconfig.json', text: TSCONFIG_JSON },
    { path: '.gitignore', text: GITIGNORE },
  ].filter(({ path }) => !folder.has(path));
  return [
    { path: 'bin/understudy.ts', text: appFile('../lib/store') },
    { path: 'cdk.json', text: CDK_JSON },
    ...optional,
  ];
}

const linesFor = (storePath: string): readonly string[] => [
  "import { Understudy } from 'understudy';",
  `import { store } from '../${storePath.replace(/\.ts$/, '')}';`,
  `new Understudy(new Stack(app, 'Understudy', { env: { region: '${HOME_REGION}' } }), 'Understudy', store);`,
];

/** Of an app that is written; one that exists has what it needs. */
const missingPackages = (folder: Folder): readonly string[] =>
  Object.entries(VERSIONS)
    .filter(([name]) => !folder.isInstalled(name))
    .map(([name, version]) => `${name}@${version}`);
