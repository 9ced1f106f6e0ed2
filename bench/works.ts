import { readFileSync } from "node:fs";
import path from "node:path";
import { v7 } from "uuid";
import { addDays, dayOf, instantOf, weekdayOf } from "@/server/kernel/shanghai";
import { firstMonth, heatFrom, thisMonth } from "@/server/statistics/reads/growth";
import { basisDays, instantsOf, periodDays } from "@/server/statistics/reads/measure-span";
import type { Browser } from "./client";

/** Somebody of the busiest stations who works while it is measured. */
export interface Worker {
  browser: Browser;
  role: "mediator" | "stationHead";
  countyId: string;
  personId: string;
  stationId: string;
  committeeId: string;
  rooms: string[];
  /** Disputes that they lead and that are open. */
  disputes: { id: string; proceedingId: string; partyIds: string[] }[];
}

/**
 * One kind of work: its hand-written statement, and the product's way to the same. The statements of bench/limits answer with
 * the same rows and figures as the product, without asking who may read them; what a plan adds to them is arithmetic.
 */
export interface Work {
  name: string;
  by: Worker["role"];
  limit: { file: string; values: (worker: Worker, nth: number) => (string | string[])[] };
  product: (worker: Worker, nth: number) => Promise<unknown>;
  /** What must be reached, as throughput beside the limit's. */
  must: string;
}

export const limitText = (file: string): string =>
  readFileSync(path.join(import.meta.dirname, "limits", file), "utf8");

const dayMs = 86_400_000;
const one = <T>(list: readonly T[], nth: number): T => {
  const found = list[nth % list.length];
  if (found === undefined) throw new Error("nothing there to work on");
  return found;
};
/** Pairs of neighbouring characters with the county in front, as bench/limits/prepare.sql keeps them. */
const grams = (countyId: string, word: string): string[] =>
  Array.from({ length: Math.max(1, word.length - 1) }, (_, i) => countyId + word.slice(i, i + 2));
const gramsOf = (countyId: string, words: string) => words.split(" ").flatMap((word) => (word.length > 1 ? grams(countyId, word) : []));
const like = (word: string): string => `%${word}%`;
const likes = (words: string): string[] => words.split(" ").map(like);
const surnames = ["王", "李", "张"];
const names = ["志强", "秀兰", "春燕", "国栋"];
const longNames = ["王志强", "李秀兰", "张春燕", "刘国栋"];
const places = ["花园 1", "新村 3", "老街 7"];

/** This midnight, the next, and the end of this week. */
const daysOfNow = (): string[] => {
  const midnight = (days: number) => instantOf(addDays(dayOf(new Date()), days), "00:00").toISOString();
  return [midnight(0), midnight(1), midnight(8 - weekdayOf(dayOf(new Date())))];
};

/** The spans of a year's overview beside the year before, as the product asks for them. */
const spansOfNow = (): (string | string[])[] => {
  const now = new Date();
  const today = dayOf(now);
  const year = periodDays("year", today);
  const spans = [instantsOf(year, now), instantsOf(basisDays(year, "lastYear"), now), thisMonth({ today, now })];
  const ends = (["from", "to", "asOf"] as const).map((end) => spans.map((span) => span[end].toISOString()));
  return [...ends, firstMonth({ today, now }), heatFrom({ today, now }).toISOString(), now.toISOString()];
};

const search = (what: string, words: readonly string[]): Work => ({
  name: `search: ${what}`,
  by: "mediator",
  limit: { file: "search.sql", values: (w, nth) => [w.countyId, gramsOf(w.countyId, one(words, nth)), w.committeeId, likes(one(words, nth))] },
  product: ({ browser }, nth) => browser.call("disputes.list", { scope: "all", q: one(words, nth) }),
  must: "1/6",
});

/** An hour that nobody else books: every call has its own. */
const hourOf = (nth: number): { from: Date; until: Date } => {
  const from = new Date(Math.ceil(Date.now() / dayMs) * dayMs + (40 + Math.floor(nth / 6)) * dayMs + (1 + (nth % 6)) * 5_400_000);
  return { from, until: new Date(from.getTime() + 3_600_000) };
};

const party = (side: number, name: string) => ({ side, standing: side === 1 ? "applicant" : "respondent", name, address: "" });

const reads: Work[] = [
  {
    name: "list",
    by: "mediator",
    limit: { file: "list.sql", values: (w) => [w.countyId, w.committeeId] },
    product: ({ browser }) => browser.call("disputes.list", { scope: "unarchived" }),
    must: "1/4",
  },
  {
    name: "Today",
    by: "mediator",
    limit: { file: "today.sql", values: (w) => [w.countyId, w.personId, w.committeeId, w.stationId, ...daysOfNow()] },
    product: ({ browser }) => browser.call("disputes.today", {}),
    must: "1/4",
  },
  {
    name: "dispute",
    by: "mediator",
    limit: { file: "dispute.sql", values: (w, nth) => [w.countyId, one(w.disputes, nth).id, w.personId, w.committeeId] },
    product: ({ browser, disputes }, nth) => browser.call("disputes.byId", { disputeId: one(disputes, nth).id }),
    must: "1/6",
  },
  {
    name: "overview, beside the live statement",
    by: "stationHead",
    limit: { file: "overview-live.sql", values: (w) => [w.countyId, w.stationId, ...spansOfNow()] },
    product: ({ browser }) => browser.call("overview.overview", {}),
    must: "3",
  },
  {
    name: "overview, beside kept sums",
    by: "stationHead",
    limit: { file: "overview-rolled.sql", values: (w) => [w.countyId, w.stationId] },
    product: ({ browser }) => browser.call("overview.overview", {}),
    must: "-",
  },
  {
    name: "search: a surname",
    by: "mediator",
    limit: { file: "search-surname.sql", values: (w, nth) => [w.countyId, like(one(surnames, nth)), w.committeeId] },
    product: ({ browser }, nth) => browser.call("disputes.list", { scope: "all", q: one(surnames, nth) }),
    must: "1/6",
  },
  search("two characters", names),
  search("three characters", longNames),
  search("part of an address", places),
  {
    name: "search: a number",
    by: "mediator",
    limit: { file: "search-number.sql", values: (w) => [w.countyId, "AA-2025-01", w.committeeId] },
    product: ({ browser }) => browser.call("disputes.list", { scope: "all", q: "AA-2025-01" }),
    must: "1/6",
  },
  {
    name: "red list",
    by: "stationHead",
    limit: { file: "red-list.sql", values: (w) => [w.countyId, w.stationId] },
    product: ({ browser }) => browser.call("overview.redList", {}),
    must: "1/6",
  },
  {
    name: "calendar week",
    by: "mediator",
    limit: { file: "calendar.sql", values: (w) => [w.countyId, w.stationId, w.personId] },
    product: ({ browser }) => {
      const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
      return browser.call("sessions.calendar", { from: day(Date.now() - 7 * dayMs), to: day(Date.now() - dayMs) });
    },
    must: "1/6",
  },
  {
    name: "board",
    by: "mediator",
    limit: { file: "board.sql", values: (w, nth) => [w.countyId, one(w.disputes, nth).proceedingId] },
    product: ({ browser, disputes }, nth) => browser.call("invitations.board", { disputeId: one(disputes, nth).id }),
    must: "1/6",
  },
  {
    name: "panel",
    by: "mediator",
    limit: { file: "panel.sql", values: (w, nth) => [w.countyId, one(w.disputes, nth).proceedingId] },
    product: ({ browser, disputes }, nth) => browser.call("panel.of", { disputeId: one(disputes, nth).id }),
    must: "1/6",
  },
  {
    name: "plan",
    by: "mediator",
    limit: { file: "plan.sql", values: (w, nth) => [w.countyId, one(w.disputes, nth).proceedingId] },
    product: ({ browser, disputes }, nth) => browser.call("convening.plan", { disputeId: one(disputes, nth).id }),
    must: "1/6",
  },
  {
    name: "bell",
    by: "mediator",
    limit: { file: "bell.sql", values: (w) => [w.countyId, w.personId] },
    product: ({ browser }) => browser.call("notifications.unread", {}),
    must: "1/8",
  },
];

const writes: Work[] = [
  {
    name: "register with three parties",
    by: "mediator",
    limit: {
      file: "register.sql",
      values: (w) => [w.countyId, w.stationId, w.committeeId, w.personId, v7(), "样本路楼上漏水纠纷", "甲", "乙", "丙", "楼上卫生间漏水，双方说法不一。", v7()],
    },
    product: ({ browser }) =>
      browser.act("disputes.register", {
        source: "walkIn",
        type: "neighbour",
        place: "样本路 1 号楼",
        title: "样本路楼上漏水纠纷",
        facts: "楼上卫生间漏水，双方说法不一。",
        asked: {
          injury: "no",
          threat: "no",
          familyViolence: "no",
          livelihood: "no",
          judgedByCourt: "no",
          inCourt: "no",
          acceptedElsewhere: "no",
        },
        parties: [party(1, "甲"), party(2, "乙"), party(2, "丙")],
      }),
    must: "1/3",
  },
  {
    name: "book",
    by: "mediator",
    limit: {
      file: "book.sql",
      values: (w, nth) => {
        const { from, until } = hourOf(nth);
        const { id, partyIds } = one(w.disputes, 0);
        return [w.countyId, id, w.personId, one(w.rooms, 0), from.toISOString(), until.toISOString(), partyIds, v7()];
      },
    },
    product: ({ browser, disputes, rooms }, nth) => {
      const dispute = one(disputes, 0);
      return browser.act("sessions.book", {
        disputeId: dispute.id,
        kind: "joint",
        startsAt: hourOf(nth).from.toISOString(),
        minutes: 60,
        roomId: one(rooms, 0),
        partyIds: dispute.partyIds,
      });
    },
    must: "1/3",
  },
];

export const works: readonly Work[] = [...reads, ...writes];
