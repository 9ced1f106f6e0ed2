import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { announceAll, notificationsIn } from "@/bin/operation/testing/notifications";
import { registerDispute } from "../disputes/register-dispute";
import { asActor } from "../kernel/transaction";
import { type TestCounty, testCounty } from "../testing/county";
import { intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { declineClue } from "./decline-clue";
import { listClues, ownClues } from "./queries";
import { reportClue } from "./report-clue";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const tip = { place: "锦绣里 6 幢", text: "两家为停车吵了三天", pointId: null };

describe("clues", () => {
  it("N1: the reporter sees status and answer, never the dispute", async () => {
    const { clueId } = await reportClue(county.as("grid"), tip);
    await registerDispute(county.as("mediator"), intake({ clueId }));
    await announceAll();
    // By name of what was answered alone: the event stands on the county's chain, not on the dispute's.
    expect((await notificationsIn(county.countyId)).map(({ kind, to }) => `${kind} ${to}`)).toEqual([
      "clueAtStation person",
      "clueAnswered person",
    ]);
    const { clues } = await ownClues(county.as("grid"));
    expect(clues.find((clue) => clue.id === clueId)).toMatchObject({ status: "taken" });
    expect(JSON.stringify(clues)).not.toMatch(/dispute/i);
    expect(await refusedWith(declineClue(county.as("officer"), { clueId, answer: "晚了" }))).toBe("clueAlreadyHandled");
    const disputes = await asActor(county.as("grid"), (tx) => tx.execute(sql`select id from disputes`));
    expect(disputes).toHaveLength(0);
  });

  it("shows one grid member's clues to no other, not even by raw SQL, and to no other station", async () => {
    const { clueId } = await reportClue(county.as("grid"), tip);
    expect((await ownClues(county.as("grid2"))).clues).toHaveLength(0);
    for (const stranger of ["grid2", "officer3", "head2", "judge", "committee", "county", "admin"]) {
      const rows = await asActor(county.as(stranger), (tx) => tx.execute(sql`select id from clues`));
      expect(rows, stranger).toHaveLength(0);
    }
    expect(await refusedWith(declineClue(county.as("officer3"), { clueId, answer: "不归我们" }))).toBe("notFound");
  });

  it("tells the station what was reported and where, not by whom", async () => {
    const { clueId } = await reportClue(county.as("grid"), tip);
    const clue = (await listClues(county.as("officer"))).find((row) => row.id === clueId);
    expect(clue).toMatchObject({ place: tip.place, text: tip.text, status: "new" });
    expect(JSON.stringify(clue)).not.toContain(county.people.grid);
  });

  it("is declined once with an answer the reporter reads; only officers and mediators answer", async () => {
    const { clueId } = await reportClue(county.as("grid"), tip);
    expect(await refusedWith(declineClue(county.as("head"), { clueId, answer: "看过" }))).toBe("forbidden");
    expect(await refusedWith(reportClue(county.as("officer"), tip))).toBe("forbidden");
    await declineClue(county.as("officer"), { clueId, answer: "去看过，已自行和好" });
    await announceAll();
    expect((await notificationsIn(county.countyId)).at(-1)).toMatchObject({ kind: "clueAnswered", to: "person" });
    const { clues } = await ownClues(county.as("grid"));
    expect(clues.find((row) => row.id === clueId)).toMatchObject({ status: "declined", answer: "去看过，已自行和好" });
    expect(await refusedWith(declineClue(county.as("officer2"), { clueId, answer: "再答" }))).toBe(
      "clueAlreadyHandled",
    );
  });
});
