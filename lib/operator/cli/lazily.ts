/** An object whose parts are made when they are first used, each once. */
export function lazily<T extends object>(makers: { readonly [K in keyof T]: () => T[K] }): T {
  const made: Partial<T> = {};
  const parts = Object.keys(makers) as (keyof T)[];
  const properties = parts.map((part) => [
    part,
    {
      enumerable: true,
      get: () => {
        made[part] ??= makers[part]();
        return made[part];
      },
    },
  ]);
  return Object.defineProperties({}, Object.fromEntries(properties)) as T;
}
