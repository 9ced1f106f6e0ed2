import { createTranslator } from "next-intl";
import { expect, it } from "vitest";
import guestEn from "@/app/_i18n/messages/en/guest.json";
import guestZh from "@/app/_i18n/messages/zh-CN/guest.json";
import { formatFor } from "@/app/_ui/format/format-for";
import { plainTerms, type TermClause } from "./plain-terms";

const now = new Date("2026-11-30T02:00:00Z");
const words = (locale: "zh-CN" | "en") => ({
  signing: createTranslator({
    locale,
    messages: { guest: locale === "en" ? guestEn : guestZh },
    namespace: "guest.signing",
  }) as never,
  f: formatFor(locale, now),
  and: locale === "en" ? " and " : "、",
});
const clause = (over: Partial<TermClause> = {}): TermClause => ({
  ...({ kind: "pay", text: "修补费。", amountFen: 540_000, dueOn: "2026-12-20", dueAfterDays: null } as const),
  parties: [
    { id: "b", part: "obligor", shareFen: null },
    { id: "a", part: "obligee", shareFen: null },
  ],
  ...over,
});
const said = (clauses: TermClause[], me: string | null, locale: "zh-CN" | "en" = "zh-CN") => {
  const parties = [
    { id: "a", name: "刘玉芬" },
    { id: "b", name: "张大力" },
  ];
  return plainTerms(words(locale), { clauses, parties, me: { partyId: me } });
};

it("say beside what follows for a signer on which condition it holds and what follows if not, to both sides and to a witness", () => {
  const over = { condition: "甲方先修好渗水后", consequence: "逾期的，每日另付五元。" };
  const line = expect.stringMatching(/（修补费）。前提：甲方先修好渗水后。没做到的话：逾期的，每日另付五元$/);
  expect(said([clause(over)], "b").do).toEqual([line]);
  expect(said([clause(over)], "a").get).toEqual([line]);
  expect(said([clause(over)], null).all).toEqual([line]);
  const english = said([clause(over)], "b", "en").do[0];
  expect(english).toMatch(/Only if: 甲方先修好渗水后\. If it is not kept: 逾期的，每日另付五元$/);
  for (const act of ["act", "refrain"] as const) {
    const terms = said([clause({ ...over, kind: act, amountFen: null })], "b");
    expect([...terms.do, ...terms.refrain]).toEqual([expect.stringContaining("没做到的话：逾期的")]);
  }
});

it("say neither where the parties said neither", () => {
  expect(said([clause()], "b").do[0]).toMatch(/（修补费）$/);
});
