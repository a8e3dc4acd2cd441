import { version } from '../../../package.json';
import type { Answers } from './answers';
import type { Folder } from './folder';
import type { Plan } from './plan';
import { SMALL_DOLLARS, SMALL_LEAVES_OUT } from './small';

/** What each file is for. */
const PURPOSES: Readonly<Record<string, string>> = {
  'lib/store.ts': 'your store, described: change it as you like',
  'store.ts': 'your store, described: change it as you like',
  'bin/understudy.ts': 'the CDK app around it',
  'cdk.json': 'how CDK runs the app',
  'package.json': 'the packages that it needs, pinned',
  'tsconfig.json': 'type checks',
  '.gitignore': 'what git leaves alone',
};

/** What there is now, and what a small one lacks. */
export function whatWasWritten({ files }: Plan, { small }: Answers): string {
  const width = Math.max(...files.map(({ path }) => path.length));
  const lines = files.map(({ path }) => `  ${path.padEnd(width)}  ${PURPOSES[path] ?? ''}`);
  return ['Written:', ...lines, ...(small ? ['', ...smallLines()] : [])].join('\n');
}

const smallLines = (): readonly string[] => [
  `Small: at most $${SMALL_DOLLARS} a month, before traffic and text messages. It leaves out:`,
  ...SMALL_LEAVES_OUT.flatMap((sentence) => wrapped(sentence)),
];

/** In lines of at most 80 columns, the first with a dash. */
function wrapped(sentence: string): readonly string[] {
  const lines = sentence.match(/.{1,74}(?=\s|$)/g) ?? [];
  return lines.map((line, index) => `${index === 0 ? '  - ' : '    '}${line.trim()}`);
}

/** The lines to type. */
export function whatIsNext({ addToApp, missing, hasPackage, files }: Plan): string {
  const isNew = files.some(({ path }) => path === 'package.json');
  const install = isNew ? 'npm install' : `npm install --save-dev ${missing.join(' ')}`;
  // Not by its name: "understudy" on npm is something else.
  const installPackage = `npm install <where it was made>/understudy-${version}.tgz`;
  return [
    ...(addToApp === undefined
      ? []
      : ['', 'Add to your app, in a file of bin/:', ...addToApp.map((line) => `  ${line}`)]),
    '',
    'Next:',
    ...(missing.length > 0 && (hasPackage || !isNew) ? [`  ${install}`] : []),
    ...(hasPackage ? [] : [`  ${installPackage}`]),
    '  npx understudy rehearse',
  ].join('\n');
}

export const notTaken = (taken: readonly string[]): string =>
  `init: overwrites nothing, and here are ${taken.join(', ')} already; nothing was written. Choose another folder, or move them away`;

export const notNode = ({ app = '' }: Folder): string =>
  `init: needs a CDK app in TypeScript or JavaScript, and cdk.json runs ${JSON.stringify(app)}; make an app of its own in another folder: mkdir understudy && cd understudy && npx understudy init`;

export const notTerminal = (): string =>
  [
    'init: asks questions, and there is no terminal to ask at. Say everything on the command line instead:',
    '  npx understudy init --yes --domain shop.example.com --zone-id Z0123456789EXAMPLE \\',
    '    --store shop.eu-central-1.elb.amazonaws.com --load-balancer-zone-id Z215JYRZR1TBD5 \\',
    "    --name 'Example Shop' --email on-call@example.com --contact-email help@example.com \\",
    '    --runbook https://wiki.example.com/store-down',
    'Every option: npx understudy init --help',
  ].join('\n');
