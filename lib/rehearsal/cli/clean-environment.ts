/**
 * What of this machine's environment a process needs that plays an assembly: where programs and temporary files are, in
 * which language and time zone it is, and whether a terminal has colours. The last four are for Windows.
 */
const KEPT = [
  ...['PATH', 'TMPDIR', 'TMP', 'TEMP'],
  ...['LANG', 'LANGUAGE', 'LC_ALL', 'TZ'],
  ...['CI', 'COLORTERM', 'FORCE_COLOR', 'NODE_DISABLE_COLORS', 'NO_COLOR', 'TERM'],
  ...['COMSPEC', 'PATHEXT', 'SYSTEMROOT', 'WINDIR'],
];

/**
 * An environment without anything that is nobody's business: no credentials, no tokens, no `NODE_OPTIONS`. Whoever
 * rehearses an assembly runs its code.
 */
export const cleanEnvironment = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => KEPT.includes(name.toUpperCase())));
