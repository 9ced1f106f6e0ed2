import type { SideInList } from "@/server/disputes/reads/list";

type Say = (key: "minors" | "several", values: { name?: string; count: number }) => string;

/** Each side in words of `disputes.sides`: 刘玉芬, 覃小燕等 11 人; minors are counted, never named. */
export const sideWords = (sides: readonly SideInList[], say: Say): string[] =>
  sides.map(({ names, count }) => {
    const [first] = names;
    if (!first) return say("minors", { count });
    return count > 1 ? say("several", { name: first, count }) : first;
  });
