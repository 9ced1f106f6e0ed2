import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { announceAll } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { disputeEvents } from "@/db/vocabulary-events";
import { openDispute } from "../access/gate";
import { type Action, allows, type DisputeAction, policy } from "../access/policy";
import { bindsOrSteers } from "../access/steering-acts";
import { sendToSign } from "../agreements/send-to-sign";
import { endProceeding } from "../disputes/end-proceeding";
import { endProceedingInput } from "../disputes/inputs";
import { disputeById } from "../disputes/reads/dispute";
import { setLead } from "../handovers/set-lead";
import { tellOfRecusal } from "../invitations/settle-recusal";
import type { Problem } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import { agreedDispute, drafted, mediatorSigns, payClause } from "../testing/agreements";
import { eventsOf } from "../testing/asked";
import { type TestCounty, testCounty } from "../testing/county";
import { settledSaid } from "../testing/endings";
import { policeCase } from "../testing/police";
import { refusedWith } from "../testing/refused";
import { booked, inDays } from "../testing/sessions";
import { untied } from "../testing/ties";
import { discloseOwnTie } from "./disclose-own-tie";
import { waiveTieInput } from "./inputs";
import { tiesOf } from "./reads/ties";
import { recordTie } from "./record-tie";
import { removeTie } from "./remove-tie";
import { waiveTie } from "./waive-tie";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const idOf = (username: string) => county.people[username] ?? "";

const own = (by: string, disputeId: string, partyId = "") =>
  discloseOwnTie(county.as(by), { disputeId, partyId, kind: "kin", note: "" });
const ending = async (by: string, disputeId: string) =>
  endProceeding(county.as(by), endProceedingInput.parse({ disputeId, ...(await settledSaid(disputeId)) }));
const handOver = (disputeId: string, from: string, to: string, by = "committee") =>
  setLead(county.as(by), {
    disputeId,
    leadSeen: idOf(from),
    leadPersonId: idOf(to),
    leadUnit: "",
    reason: "牵头人要回避",
  });
const waive = (by: string, disputeId: string, partyIds: string[], who = "mediator") =>
  waiveTie(
    county.as(by),
    waiveTieInput.parse({ disputeId, personId: idOf(who), kinds: ["kin"], partyIds, reason: "双方书面同意" }),
  );
const stepOf = async (disputeId: string) => {
  const [row] = await database().execute<Record<string, string>>(sql`
    select p.next_step as step, h.name as owner from proceedings p join people h on h.id = p.next_owner_id where p.dispute_id = ${disputeId}::uuid`);
  return row;
};

describe("a lead who is tied to a party", () => {
  it("does nothing that binds until another is named, whom the head is told to name; then the matter is closed to them", async () => {
    const { disputeId, partyIds } = await untied(county);
    await own("mediator", disputeId, partyIds[0]);
    expect(await stepOf(disputeId)).toEqual({ step: "nameLead", owner: "方慧" });
    const page = await disputeById(county.as("mediator"), { disputeId });
    expect(page.allowed).toContain("tie.record");
    expect(page.allowed).not.toContain("proceeding.end");
    expect(await refusedWith(ending("mediator", disputeId))).toBe("needs.actorUntied");
    const [recusal] = await database().execute<{ id: string }>(
      sql`select id from recusals where dispute_id = ${disputeId}::uuid`,
    );
    await tellOfRecusal({ countyId: county.countyId, recusalId: recusal?.id ?? "" }, new Date());
    expect(await eventsOf(disputeId, "tie.recuse")).toMatchObject([{ person: idOf("mediator"), leadTied: true }]);
    await handOver(disputeId, "mediator", "mediator2");
    expect((await stepOf(disputeId))?.step).not.toBe("nameLead");
    expect(await refusedWith(disputeById(county.as("mediator"), { disputeId }))).toBe("notFound");
    const rows = await asActor(county.as("mediator"), (tx) =>
      tx.execute(sql`select from disputes where id = ${disputeId}::uuid union all select from parties where dispute_id = ${disputeId}::uuid
        union all select from notes where dispute_id = ${disputeId}::uuid union all select from events where dispute_id = ${disputeId}::uuid`),
    );
    expect(rows).toHaveLength(0);
    expect(await refusedWith(handOver(disputeId, "mediator2", "mediator"))).toBe("leadTied");
    await waive("mediator2", disputeId, partyIds);
    expect((await disputeById(county.as("mediator"), { disputeId })).id).toBe(disputeId);
    await handOver(disputeId, "mediator2", "mediator");
    await ending("mediator", disputeId);
  });

  it("neither binds nor steers by any act of the policy, at any door: each is refused unless somebody has said why not", async () => {
    const { disputeId, partyIds } = await untied(county);
    const opens = (action: Action) =>
      asActor(county.as("mediator"), (tx) =>
        openDispute(tx, county.actor("mediator"), action, { disputeId }, true),
      ).then(
        () => null,
        (refused) => (refused as Problem).code,
      );
    const acts = (Object.keys(disputeEvents) as DisputeAction[]).filter(
      (action) => action in policy && allows("mediator", action, ["lead", "committee"]),
    );
    await own("mediator", disputeId, partyIds[0]);
    const refused = [];
    for (const action of acts) if ((await opens(action)) === "needs.actorUntied") refused.push(action);
    expect(refused).toEqual(acts.filter(bindsOrSteers));
    expect(refused).toEqual(
      expect.arrayContaining(["invitation.send", "election.record", "dispute.merge", "dispute.triage", "party.amend"]),
    );
    expect(refused).not.toContain("note.write");
    const opened = asActor(county.as("mediator"), (tx) =>
      tx.execute(sql`insert into proceedings select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'ordinal', 9, 'track', 'coordination'))).*
        from proceedings p where p.dispute_id = ${disputeId}::uuid`),
    );
    expect(await refusedWith(opened)).toBe("needs.actorUntied");
    await waive("committee", disputeId, partyIds);
    expect(await opens("invitation.send")).toBeNull();
  });

  it("neither waives nor takes back a tie of their own; a colleague records the parties' consent, and they go on", async () => {
    const { disputeId, partyIds } = await untied(county);
    const { tieId } = await recordTie(county.as("committee"), {
      disputeId,
      personId: idOf("mediator"),
      partyId: partyIds[0] ?? "",
      kind: "kin",
      note: "",
    });
    expect(await refusedWith(waive("mediator", disputeId, partyIds))).toBe("needs.actorUntied");
    expect(await refusedWith(removeTie(county.as("mediator"), { disputeId, tieId }))).toBe("ownTieStays");
    const raw = asActor(county.as("mediator"), (tx) => tx.execute(sql`delete from ties where id = ${tieId}::uuid`));
    expect(await refusedWith(raw)).toBe("ownTieStays");
    expect((await tiesOf(county.as("committee"), { disputeId })).recusals).toMatchObject([
      { person: "沈静", isLead: true, by: "方慧", open: [] },
    ]);
    await waive("committee", disputeId, partyIds);
    await ending("mediator", disputeId);
  });

  it("found out after the agreement was sent to sign, cannot sign; nor by raw SQL", async () => {
    const agreed = await agreedDispute(county);
    await drafted(county, agreed, [payClause(agreed, 500_000)]);
    await sendToSign(county.as("mediator"), { disputeId: agreed.disputeId });
    await own("mediator", agreed.disputeId, agreed.parties[1]);
    const sign = mediatorSigns(county, agreed);
    expect(await refusedWith(sign)).toBe("needs.actorUntied");
    const raw = asActor(county.as("mediator"), (tx) =>
      tx.execute(sql`insert into endings (county_id, proceeding_id, dispute_id, outcome, reason, ended_by, ended_at)
        values (${county.countyId}, ${agreed.proceedingId}, ${agreed.disputeId}, 'deadlock', '谈不成', ${idOf("mediator")}, now())`),
    );
    expect(await refusedWith(raw)).toBe("needs.actorUntied");
  });

  it("counts for an officer as well: the station's head names another", async () => {
    const { disputeId, parties } = await policeCase(county);
    await own("officer", disputeId, parties[0]);
    expect(await stepOf(disputeId)).toEqual({ step: "nameLead", owner: "赵国梁" });
    expect((await tiesOf(county.as("head"), { disputeId })).recusals).toHaveLength(1);
    expect(await refusedWith(tiesOf(county.as("head2"), { disputeId }))).toBe("notFound");
    const [recusal] = await database().execute<{ id: string }>(
      sql`select id from recusals where dispute_id = ${disputeId}::uuid`,
    );
    await tellOfRecusal({ countyId: county.countyId, recusalId: recusal?.id ?? "" }, new Date());
    await announceAll();
    const told = await database().execute<{ who: string }>(
      sql`select recipient_id as who from notifications where dispute_id = ${disputeId}::uuid and kind = 'leadTied'`,
    );
    // Their head names another: the committee, which has no part in it, is not told.
    expect(told.map(({ who }) => who).sort()).toEqual([idOf("head"), idOf("officer")].sort());
    await handOver(disputeId, "officer", "officer2", "head");
    expect(await refusedWith(disputeById(county.as("officer"), { disputeId }))).toBe("notFound");
  });

  it("an untied colleague may act meanwhile; to one of whom a tie is on record the matter is closed, with their seat", async () => {
    const { disputeId, partyIds } = await untied(county);
    const { sessionId } = await booked(
      county,
      { disputeId },
      { startsAt: inDays(9, "09:00"), personIds: [idOf("mediator"), idOf("mediator2")] },
    );
    const seats = () =>
      database().execute(
        sql`select from session_people where session_id = ${sessionId}::uuid and person_id = ${idOf("mediator2")}::uuid`,
      );
    expect(await seats()).toHaveLength(1);
    await recordTie(county.as("mediator"), {
      disputeId,
      personId: idOf("mediator2"),
      partyId: partyIds[0] ?? "",
      kind: "kin",
      note: "",
    });
    expect(await seats()).toHaveLength(0);
    expect(await refusedWith(disputeById(county.as("mediator2"), { disputeId }))).toBe("notFound");
    expect(await refusedWith(ending("mediator2", disputeId))).toBe("notFound");
    expect((await tiesOf(county.as("mediator"), { disputeId })).recusals).toMatchObject([
      { isLead: false, leftSessions: 1 },
    ]);
    const [recusal] = await database().execute<{ id: string }>(
      sql`select id from recusals where dispute_id = ${disputeId}::uuid`,
    );
    await tellOfRecusal({ countyId: county.countyId, recusalId: recusal?.id ?? "" }, new Date());
    expect(await eventsOf(disputeId, "tie.recuse")).toMatchObject([
      { person: idOf("mediator2"), leftSessions: [sessionId] },
    ]);
    await waive("mediator", disputeId, partyIds, "mediator2");
    expect((await disputeById(county.as("mediator2"), { disputeId })).id).toBe(disputeId);
    await ending("mediator", disputeId);
  });
});
