/** Messages by their keys, in groups. */
export type Words = { [key: string]: string | Words };

/** The part of `all` that `wanted` names: keys as "ui.cancel", and with a star whatever begins like it. */
export function pickWords(all: Words, wanted: readonly string[]): Words {
  const keys = new Set(wanted.filter((word) => !word.endsWith("*")));
  const starts = wanted.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1));
  const pick = (words: Words, prefix: string): Words => {
    const some: Words = {};
    for (const [key, value] of Object.entries(words)) {
      const name = `${prefix}${key}`;
      if (typeof value === "string") {
        if (keys.has(name) || starts.some((start) => name.startsWith(start))) some[key] = value;
      } else {
        const inner = pick(value, `${name}.`);
        if (Object.keys(inner).length) some[key] = inner;
      }
    }
    return some;
  };
  return pick(all, "");
}
