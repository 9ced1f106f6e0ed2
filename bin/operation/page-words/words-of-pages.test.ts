import { describe, expect, it } from "vitest";
import { pickWords } from "@/app/_i18n/pick-words";
import { readSource } from "./read-source.mjs";
import { wordsOfPages } from "./words-of-pages.mjs";

const wordsIn = (body: string) => readSource("part.tsx", `export function Part() { ${body} }`).words.sort();

describe("the words a source reads", () => {
  it("are the keys it names, whichever way it asks", () => {
    expect(wordsIn('const t = useTranslations("ui"); return [t("a"), t.rich("b.c"), t(x ? "d" : `e`)];')).toEqual([
      "ui.a",
      "ui.b.c",
      "ui.d",
      "ui.e",
    ]);
    expect(wordsIn('return useTranslations("ui.seat")("comma");')).toEqual(["ui.seat.comma"]);
  });

  it("are all that may follow where a key is put together or a translator is handed on", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source that is read
    expect(wordsIn('const t = useTranslations("ui"); return t(`risk.${level}`);')).toEqual(["ui.risk.*"]);
    expect(wordsIn('const t = useTranslations("ui"); return t(key);')).toEqual(["ui.*"]);
    expect(wordsIn('const t = useTranslations("ui"); return say(t);')).toEqual(["ui.*"]);
  });

  it("cannot be hidden behind another name", () => {
    expect(() => readSource("part.ts", 'import { useTranslations as words } from "next-intl";')).toThrow(
      "another name",
    );
  });

  it("count no types", () => {
    const source = readSource(
      "part.ts",
      'import type { A } from "./a"; import { type B } from "./b"; import { C } from "./c";',
    );
    expect(source.imports).toEqual(["./c"]);
  });
});

describe("the words of a page", () => {
  const words = wordsOfPages();

  it("are those of its client components, however deep, and no dictionary", () => {
    expect(words["(public)/sign-in/page"]).toContain("signIn.*");
    expect(words["(office)/layout"]).toContain("frame.person.*");
    for (const [page, some] of Object.entries(words)) expect(some, page).not.toContain("*");
  });

  it("are without those of a part that brings its own", () => {
    expect(words["(office)/disputes/[disputeId]/page"]?.filter((word) => /^(triage|panel)[.]/.test(word))).toEqual([]);
    expect(words["_disputes/triage/triage-part"]).toContain("triage.title");
    expect(words["_board/seat-panel"]).toContain("board.panel.seat");
    expect(words["_disputes/acts/menu-dialogs"]).toContain("disputes.harm.title");
    // What fetches it draws nothing itself, and is no .tsx file.
    expect(words["_performance/end-contest-dialog"]).toContain("performance.contest.*");
  });

  it("are known of a part that a file without markup fetches", () => {
    expect(words["_performance/contest-dialog"]).toContain("performance.contest.*");
    expect(words["_performance/end-contest-dialog"]).toContain("performance.contest.*");
    expect(words["_performance/proof-dialog"]).toContain("performance.proofs.title");
  });

  it("are picked from the catalogue, messages in parts as well", () => {
    const all = { ui: { a: "A", b: ["B", ["n"]], risk: { red: "R" } }, admin: { c: "C" } };
    expect(pickWords(all, ["ui.b", "ui.risk.*"])).toEqual({ ui: { b: ["B", ["n"]], risk: { red: "R" } } });
  });
});
