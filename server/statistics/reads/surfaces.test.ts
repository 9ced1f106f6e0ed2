import { beforeAll, describe, expect, it } from "vitest";
import { waitingRequests } from "../../access-requests/queries";
import { readCommitteeOverview } from "../../agreements/reads/committee-overview";
import { decisionsWaiting } from "../../approvals/reads/decisions-waiting";
import { listCallsInput } from "../../calls/inputs";
import { listCalls, listClues } from "../../calls/queries";
import { exportListInput, listDisputesInput } from "../../disputes/inputs";
import { leadChoices } from "../../disputes/reads/choices";
import { exportList } from "../../disputes/reads/export-list";
import { listDisputes } from "../../disputes/reads/list";
import { overdueOf, todayOf } from "../../disputes/reads/today";
import { mattersOf } from "../../handovers/reads/matters-of";
import { transfersOfOffice } from "../../handovers/reads/transfers";
import { addDays, dayOf } from "../../kernel/shanghai";
import { listObligations } from "../../performance/reads/obligations";
import { awkwardCounty } from "../../testing/awkward-county";
import { elsewhere, noCount } from "../../testing/counted-elsewhere";
import { type TestCounty, usernameOf } from "../../testing/county";
import { answerOf, inputsFor, questions } from "../../testing/lanes/questions";
import { officeWindows } from "../../windows/queries";
import { drillInput, type figureKeys } from "../inputs";
import { county as readCounty } from "./county";
import { exportOverview } from "./export-figures";
import { drill, readOverview, redCount, redList } from "./overview";

const now = new Date();
const day = (ago: number) => addDays(dayOf(now), -ago);
let county: TestCounty;

beforeAll(async () => {
  county = await awkwardCounty();
}, 240_000);

/** The number that a surface shows to somebody; surfaces are named by the path of their question. */
type Surface = (who: string) => Promise<number>;
const as = (who: string) => county.as(who, { now: new Date() });
const listed =
  (over: object): Surface =>
  async (who) =>
    (await listDisputes(as(who), listDisputesInput.parse(over))).total;
const exported =
  (over: object): Surface =>
  async (who) =>
    (await exportList(as(who), exportListInput.parse(over))).rows.length;
const today = (who: string, show: "toDo" | "mine" = "mine") => todayOf(as(who), { show, after: null });
const committee = (who: string) => readCommitteeOverview(as(who), { after: null });
const overview = (who: string) => readOverview(as(who), { period: "year", comparison: "lastYear" });
const drilled =
  (figure: (typeof figureKeys)[number], part: "numerator" | "denominator" = "numerator"): Surface =>
  async (who) =>
    (await drill(as(who), drillInput.parse({ figure, part }))).total;
const obligations = async (who: string) =>
  (await listObligations(as(who), { scope: "all", after: null, limit: 50 })).counts;
const rowsIn = (groups: Record<string, readonly { id: string }[]>) => Object.values(groups).flat();

const leadOf = (head: string) => county.people[head === "committee" ? "mediator" : "mediator3"] ?? "";

/** Each set by the roles that are shown it: every surface has to show each of them one number. */
const sets: Record<string, { to: readonly string[]; on: Record<string, Surface> }> = {
  "在办, of an office": {
    to: ["committee", "committee2"],
    on: {
      "disputes.list.total: open": listed({ scope: "open" }),
      "disputes.exportList.rows: open": exported({ scope: "open" }),
      "agreements.committeeOverview.counts.open": async (who) => (await committee(who)).counts.open,
      "agreements.committeeOverview.load": async (who) =>
        (await committee(who)).load.reduce((sum, { open }) => sum + open, 0),
    },
  },
  "在办, of one lead": {
    to: ["committee", "committee2"],
    on: {
      "agreements.committeeOverview.load": async (who) => {
        const { load } = await committee(who);
        return load.find(({ id }) => id === leadOf(who))?.open ?? 0;
      },
      "disputes.leads": async (who) => {
        const { rows } = await listDisputes(as(who), listDisputesInput.parse({ scope: "all", status: "registered" }));
        const leads = await leadChoices(as(who), { disputeId: rows[0]?.id ?? "" });
        return leads.find(({ id }) => id === leadOf(who))?.open ?? 0;
      },
      "handovers.mattersOf": async (who) =>
        new Set((await mattersOf(as(who), { personId: leadOf(who) })).map(({ disputeId }) => disputeId)).size,
    },
  },
  "在办, of a head": {
    to: ["head", "head2"],
    on: {
      "disputes.list.total: open": listed({ scope: "open" }),
      "disputes.exportList.rows: open": exported({ scope: "open" }),
      "overview.overview.figures.open.numerator": async (who) => (await overview(who)).figures.open.numerator,
      "overview.exportOverview.figures.open.numerator": async (who) =>
        (await exportOverview(as(who), { period: "year", comparison: "lastYear" })).figures.open.numerator,
      "overview.overview.open": async (who) =>
        (await overview(who)).open.reduce((all, one) => all + one.green + one.amber + one.red, 0),
      "overview.drill.total: open": drilled("open"),
    },
  },
  我的: {
    to: ["mediator", "officer", "mediator2", "mediator3"],
    on: {
      "disputes.list.total: mine": listed({ scope: "mine" }),
      "disputes.today.counts.mine": async (who) => (await today(who)).counts.mine,
      "disputes.today.groups: mine": async (who) => new Set(rowsIn((await today(who)).groups).map(({ id }) => id)).size,
    },
  },
  等受理: {
    to: ["mediator", "head", "committee", "officer", "mediator3", "committee2", "head2"],
    on: {
      "disputes.list.total: registered": listed({ scope: "all", status: "registered" }),
      "disputes.today.side.untriagedCount": async (who) => (await today(who)).side.untriagedCount,
      "agreements.committeeOverview.untriaged.total": async (who) =>
        who.startsWith("committee")
          ? (await committee(who)).untriaged.total
          : listed({ scope: "all", status: "registered" })(who),
    },
  },
  可办结: {
    to: ["committee", "committee2"],
    on: {
      "disputes.list.total: performed and closed": async (who) =>
        (await listed({ scope: "all", status: "performed" })(who)) +
        (await listed({ scope: "all", status: "closed" })(who)),
      "agreements.committeeOverview.toClose.total": async (who) => (await committee(who)).toClose.total,
    },
  },
  签字中: {
    to: ["committee", "committee2"],
    on: {
      "disputes.list.total: signing": listed({ scope: "all", status: "signing" }),
      "agreements.committeeOverview.counts.signing": async (who) => (await committee(who)).counts.signing,
    },
  },
  履行中: {
    to: ["committee", "committee2"],
    on: {
      "disputes.list.total: performing": listed({ scope: "all", status: "performing" }),
      "agreements.committeeOverview.counts.performing": async (who) => (await committee(who)).counts.performing,
    },
  },
  已归档: {
    to: ["committee", "committee2"],
    on: {
      "disputes.list.total: archived": listed({ scope: "all", status: "archived" }),
      "agreements.committeeOverview.counts.archived": async (who) => (await committee(who)).counts.archived,
    },
  },
  待盖章: {
    to: ["committee", "committee2"],
    on: {
      "agreements.committeeOverview.toSealTotal": async (who) => (await committee(who)).toSealTotal,
      "agreements.committeeOverview.toSeal": async (who) => (await committee(who)).toSeal.length,
    },
  },
  逾期的事: {
    to: ["mediator", "officer", "mediator3"],
    on: {
      "disputes.overdue": async (who) => overdueOf(as(who)),
      "disputes.today.groups.overdue": async (who) => (await today(who, "toDo")).groups.overdue.length,
    },
  },
  逾期未履行: {
    to: ["committee", "committee2"],
    on: {
      "agreements.committeeOverview.counts.overdueObligations": async (who) =>
        (await committee(who)).counts.overdueObligations,
      "performance.list.counts.overdue": async (who) => (await obligations(who)).overdue,
    },
  },
  红名单: {
    to: ["head", "head2"],
    on: {
      "overview.redCount": async (who) => redCount(as(who)),
      "overview.redList.total": async (who) => (await redList(as(who))).total,
      "overview.redList.rows": async (who) => (await redList(as(who))).rows.length,
      "overview.overview.red.total": async (who) => (await overview(who)).red.total,
    },
  },
  "近 7 天没并进纠纷的警情": {
    to: ["mediator", "officer", "head"],
    on: {
      "disputes.today.side.calls": async (who) => (await today(who)).side.calls,
      "calls.list.total: fresh": async (who) =>
        (await listCalls(as(who), listCallsInput.parse({ filter: "fresh" }))).total,
    },
  },
  新线索: {
    to: ["mediator", "officer"],
    on: {
      "disputes.today.side.clues": async (who) => (await today(who)).side.clues,
      "clues.list: new": async (who) => (await listClues(as(who))).filter(({ status }) => status === "new").length,
    },
  },
  等我决定: {
    to: ["head", "committee", "head2", "committee2"],
    on: {
      "approvals.waiting.all": async (who) => (await decisionsWaiting(as(who))).all,
      "the page of approvals": async (who) => {
        const [work, { windows }, requests] = await Promise.all([
          transfersOfOffice(as(who)),
          officeWindows(as(who)),
          waitingRequests(as(who)),
        ]);
        const toDecide = windows.filter(({ may, isOwn }) => !isOwn && (may === "open" || may === "review"));
        const answerable = work.transfers.filter(({ mayAnswer }) => mayAnswer);
        return [toDecide, answerable, work.leadRequests, work.settlements, requests].reduce(
          (all, one) => all + one.length,
          0,
        );
      },
    },
  },
};

describe("one word shows one number on every surface, to whoever is shown it", () => {
  it.each(Object.keys(sets))("%s", async (name) => {
    for (const who of sets[name]?.to ?? []) {
      const shown: [string, number][] = [];
      for (const [surface, ask] of Object.entries(sets[name]?.on ?? {})) shown.push([surface, await ask(who)]);
      expect(Object.fromEntries(shown), who).toEqual(
        Object.fromEntries(shown.map(([surface]) => [surface, shown[0]?.[1]])),
      );
    }
  });

  it("every figure: the list behind each part of it; the county's row of a station is its head's, with what is closed to the head", async () => {
    const { stations } = await readCounty(as("county"), { period: "year", comparison: "lastYear" });
    for (const [who, code, hidden] of [
      ["head", "LW", 1],
      ["head2", "DG", 0],
    ] as const) {
      const { figures } = await overview(who);
      for (const [key, { numerator, denominator }] of Object.entries(figures)) {
        expect(await drilled(key as keyof typeof figures)(who), `${who} ${key}`).toBe(numerator);
        if (denominator !== null)
          expect(await drilled(key as keyof typeof figures, "denominator")(who), `${who} ${key}`).toBe(denominator);
      }
      const row = stations.find(({ id }) => id === county.stations[code]);
      for (const key of ["received", "accepted", "open"] as const)
        expect(row?.figures[key].numerator, `${code} ${key}`).toBe(figures[key].numerator + hidden);
    }
  });

  it("nothing is held back: each set has something in it for somebody", async () => {
    const empty = [];
    for (const [name, { to, on }] of Object.entries(sets)) {
      const first = Object.values(on)[0];
      const all = await Promise.all(to.map((who) => first?.(who) ?? 0));
      if (Math.max(...all) === 0) empty.push(name);
    }
    // Papers that are being signed and sealed: papers-waiting.test.ts.
    expect(empty).toEqual(["签字中", "待盖章"]);
  });
});

it("no question counts anything that is not compared here or named with its reason", async () => {
  const unnamed = new Set<string>();
  const walk = (path: string, value: unknown): void => {
    if (Array.isArray(value)) for (const one of value.slice(0, 2)) walk(`${path}[]`, one);
    else if (value && typeof value === "object")
      for (const [key, inner] of Object.entries(value)) walk(`${path}.${key}`, inner);
    else if (typeof value === "number" && !noCount.has(path.split(".").at(-1)?.replaceAll("[]", "") ?? "")) {
      if (!elsewhere.some(([start]) => path.startsWith(start))) unnamed.add(path);
    }
  };
  const { rows } = await listDisputes(as("mediator"), listDisputesInput.parse({ scope: "all" }));
  const ids = {
    disputeId: rows[0]?.id ?? "",
    instant: now.toISOString(),
    later: new Date(now.getTime() + 86_400_000).toISOString(),
    day: day(0),
    personId: county.people.mediator ?? "",
    stationId: county.stations.LW ?? "",
  };
  for (const who of Object.values(usernameOf))
    for (const { path, schema } of questions) {
      const text = await answerOf(county.actor(who), path, inputsFor(schema, ids, "")[0]);
      if (!text.startsWith("refused")) walk(path, JSON.parse(text));
    }
  expect([...unnamed].sort()).toEqual([]);
}, 240_000);
