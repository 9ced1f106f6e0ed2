/** A message as the build has read it: text, or a list of its parts (next.config.mjs, `precompile`). */
type Message = string | readonly unknown[];

/** Messages by their keys, in groups. */
export type Words = { [key: string]: Message | Words };

/** The part of `all` that `wanted` names: keys as "ui.cancel", and with a star whatever begins like it. */
export function pickWords(all: Words, wanted: readonly string[]): Words {
  const keys = new Set(wanted.filter((word) => !word.endsWith("*")));
  const starts = wanted.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1));
  const pick = (words: Words, prefix: string): Words => {
    const some: Words = {};
    for (const [key, value] of Object.entries(words)) {
      const name = `${prefix}${key}`;
      if (isMessage(value)) {
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

const isMessage = (value: Message | Words): value is Message => typeof value === "string" || Array.isArray(value);
