import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { recordConsentInput } from "../consents/inputs";
import { recordConsent } from "../consents/record-consent";
import { recordRefusal } from "../consents/record-refusal";
import { amendParty } from "../disputes/amend-party";
import { disputeTimeline } from "../disputes/reads/timeline";
import { reopenDispute } from "../disputes/reopen-dispute";
import { acceptInvitation } from "../invitations/accept-invitation";
import { acceptInvitationInput } from "../invitations/inputs";
import { boardOf, candidatesFor } from "../invitations/reads/board";
import { addDays, dayOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { invited } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { tied, untied, waived } from "../testing/ties";
import { recordTieInput, waiveTieInput } from "./inputs";
import { tiesOf } from "./reads/ties";
import { recordTie } from "./record-tie";
import { removeTie } from "./remove-tie";

/** The arguments after the county for a demo helper. */
type After<F extends (county: TestCounty, ...rest: never[]) => unknown> =
  Parameters<F> extends [unknown, ...infer R] ? R : never;

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const yes = (invitationId: string) => acceptInvitationInput.parse({ invitationId, declaresNoTie: true });
const ready = (over?: Parameters<typeof untied>[1]) => untied(county, over);
const tie = (...args: After<typeof tied>) => tied(county, ...args);
const waive = (...args: After<typeof waived>) => waived(county, ...args);
const of = async (dispute: { disputeId: string }, forceCode: string, who: string) =>
  (await candidatesFor(county.as("mediator"), { disputeId: dispute.disputeId, forceCode })).find(
    (one) => one.personId === county.people[who],
  );
const lastEvent = async (dispute: { disputeId: string }) =>
  (await disputeTimeline(county.as("mediator"), { disputeId: dispute.disputeId })).events[0];

describe("a recorded tie", () => {
  it("bars the helper until it is removed; the event names person and kind, never the note", async () => {
    const dispute = await ready();
    const { tieId } = await tie(dispute, "lawyer", { kind: "earlierCounsel", note: "前年替她打过官司" });
    expect(await of(dispute, "lawyer", "lawyer")).toMatchObject({
      isEligible: false,
      barring: ["earlierCounsel"],
      ties: [{ kind: "earlierCounsel", party: "刘玉芬", source: "recorded", isWaived: false }],
    });
    expect(await refusedWith(invited(county, dispute, "lawyer"))).toBe("tied");
    const event = await lastEvent(dispute);
    expect(event).toMatchObject({
      action: "tie.record",
      person: "林晓岚",
      payload: { person: county.people.lawyer, party: dispute.partyIds[0], kinds: ["earlierCounsel"] },
    });
    expect(JSON.stringify(event)).not.toContain("前年");
    const heads = await disputeTimeline(county.as("head"), { disputeId: dispute.disputeId });
    expect(heads.events.filter((one) => one.action.startsWith("tie."))).toEqual([]);
    expect(await tiesOf(county.as("mediator"), dispute)).toMatchObject({
      recorded: [{ id: tieId, person: "林晓岚", party: "刘玉芬", note: "前年替她打过官司", by: "沈静" }],
      allowed: ["tie.record", "tie.remove", "tie.waive"],
    });
    await removeTie(county.as("mediator"), { disputeId: dispute.disputeId, tieId });
    expect(await lastEvent(dispute)).toMatchObject({ action: "tie.remove", payload: { kinds: ["earlierCounsel"] } });
    expect(await of(dispute, "lawyer", "lawyer")).toMatchObject({ isEligible: true, ties: [] });
    await invited(county, dispute, "lawyer");
  });

  it("counts in other disputes of the same party, and only its own lead team can take it back", async () => {
    const first = await ready();
    const { tieId } = await tie(first, "judge3");
    const second = await ready({ parties: first.own });
    expect(await of(second, "courtStaff", "judge3")).toMatchObject({ barring: ["kin"], isEligible: false });
    expect((await tiesOf(county.as("mediator"), second)).recorded).toEqual([]);
    expect(await refusedWith(removeTie(county.as("mediator"), { disputeId: second.disputeId, tieId }))).toBe(
      "notFound",
    );
    const namesake = await ready();
    expect(await of(namesake, "courtStaff", "judge3")).toMatchObject({ barring: [], isEligible: true });
  });

  it("is refused twice, for strangers to the dispute, and for a party of another dispute", async () => {
    const dispute = await ready();
    await tie(dispute, "town");
    expect(await refusedWith(tie(dispute, "town"))).toBe("alreadyThere");
    const other = await ready();
    expect(await refusedWith(tie({ ...dispute, partyIds: other.partyIds }, "town", { kind: "other" }))).toBe(
      "unknownReference",
    );
    const input = recordTieInput.parse({
      disputeId: dispute.disputeId,
      personId: county.people.town,
      partyId: dispute.partyIds[1],
      kind: "kin",
    });
    expect(await refusedWith(recordTie(county.as("mediator3"), input))).toBe("notFound");
    expect(await refusedWith(recordTie(county.as("head"), input))).toBe("forbidden");
    expect(await refusedWith(tiesOf(county.as("head"), dispute))).toBe("forbidden");
    expect(() => recordTieInput.parse({ ...input, kind: "objection" })).toThrow();
  });

  it("disclosed by the helper themselves cannot be removed by others", async () => {
    const dispute = await ready();
    const id = v7();
    await database().execute(sql`insert into ties (county_id, id, dispute_id, party_id, person_id, kind, source, recorded_by, recorded_at)
      values (${county.countyId}, ${id}, ${dispute.disputeId}, ${dispute.partyIds[0]}, ${county.people.justice}, 'kin', 'disclosed', ${county.people.justice}, now())`);
    expect(await refusedWith(removeTie(county.as("mediator"), { disputeId: dispute.disputeId, tieId: id }))).toBe(
      "disclosedTieStays",
    );
  });
});

describe("ties worked out", () => {
  it("are, however names are written, a common employer, an agent of the same name and phone, and a party's own no", async () => {
    const [row] = await database().execute<{ phone: string }>(
      sql`select phone from people where id = ${county.people.lawyer2}`,
    );
    const dispute = await ready({
      parties: [
        { ...intake().parties[0], links: [{ kind: "agent", name: "司马　青", phone: row?.phone }] },
        { ...intake().parties[1], kind: "organisation", name: "柳湾 人民法庭", phone: "" },
      ] as ReturnType<typeof intake>["parties"],
    });
    expect(await of(dispute, "lawyer", "lawyer2")).toMatchObject({
      ties: [{ kind: "earlierCounsel", party: "刘玉芬", source: "worked out" }],
      isEligible: false,
    });
    expect(await of(dispute, "courtStaff", "judge")).toMatchObject({ barring: ["sameEmployer"] });
    expect(await of(dispute, "justiceOffice", "justice")).toMatchObject({ barring: [] });
    await amendParty(county.as("mediator"), {
      disputeId: dispute.disputeId,
      partyId: dispute.partyIds[0] ?? "",
      partyVersion: 1,
      kind: "person",
      name: "刘玉芬",
      employer: "柳湾司法所",
    });
    expect(await of(dispute, "justiceOffice", "justice")).toMatchObject({
      barring: ["sameEmployer"],
      ties: [{ party: "刘玉芬", source: "worked out" }],
    });
    const answers = [
      { partyId: dispute.partyIds[0], subject: "invitePerson", personId: county.people.activist, answer: "refused" },
    ];
    await recordConsent(county.as("mediator"), recordConsentInput.parse({ disputeId: dispute.disputeId, answers }));
    expect(await of(dispute, "securityActivist", "activist")).toMatchObject({
      barring: ["objection"],
      objecting: ["刘玉芬"],
      missing: [{ name: "刘玉芬" }],
    });
    expect(await refusedWith(waive(dispute, "activist", ["objection"]))).toBe("objectionStands");
  });

  it("are an earlier attempt of theirs that failed, in the proceeding after it", async () => {
    const dispute = await ready();
    const { invitationId } = await invited(county, dispute, "enforcement");
    await acceptInvitation(county.as("enforcement"), yes(invitationId));
    await database().execute(sql`update proceedings set status = 'mediating' where id = ${dispute.proceedingId}`);
    const [, partyId = ""] = dispute.partyIds;
    const refusal = { disputeId: dispute.disputeId, partyId, reason: "不想谈了", routesTold: ["court" as const] };
    await recordRefusal(county.as("mediator"), refusal);
    await reopenDispute(county.as("mediator"), { disputeId: dispute.disputeId, reason: "双方又愿意谈" });
    expect(await of(dispute, "enforcementTeam", "enforcement")).toMatchObject({
      barring: ["failedAttempt"],
      isEligible: false,
    });
    expect(await of(dispute, "enforcementTeam", "enforcement2")).toMatchObject({ barring: [] });
  });
});

describe("a waiver", () => {
  it("needs every party's own tick, a reason and exactly the present kinds; then the helper may be asked and may accept", async () => {
    const dispute = await ready();
    await tie(dispute, "lawyer");
    await tie(dispute, "lawyer", { party: 1, kind: "other" });
    expect(
      await refusedWith(waive(dispute, "lawyer", ["kin", "other"], { partyIds: dispute.partyIds.slice(0, 1) })),
    ).toBe("waiverMissing");
    expect(await refusedWith(waive(dispute, "lawyer", ["kin"]))).toBe("tiesChanged");
    expect(await refusedWith(waive(dispute, "lawyer2", ["kin"]))).toBe("noTieToWaive");
    expect(
      await refusedWith(waive(dispute, "lawyer", ["kin", "other"], { partyIds: [...dispute.partyIds, v7()] })),
    ).toBe("unknownReference");
    expect(() => waiveTieInput.parse({ ...dispute, kinds: ["kin"], reason: " " })).toThrow();
    // They said so on a day of the matter, whenever it is entered.
    for (const [happenedOn, code] of [
      [addDays(dayOf(new Date()), 1), "dayInFuture"] as const,
      ["2001-01-01", "dayTooEarly"] as const,
    ])
      expect(await refusedWith(waive(dispute, "lawyer", ["kin", "other"], { happenedOn }))).toBe(code);
    await waive(dispute, "lawyer", ["kin", "other"], { reason: "两家都说不介意" });
    expect(await lastEvent(dispute)).toMatchObject({
      action: "tie.waive",
      payload: { person: county.people.lawyer, kinds: ["kin", "other"] },
    });
    expect(JSON.stringify(await lastEvent(dispute))).not.toContain("两家");
    expect(await of(dispute, "lawyer", "lawyer")).toMatchObject({
      barring: [],
      isEligible: true,
      ties: [{ isWaived: true }, { isWaived: true }],
    });
    expect((await tiesOf(county.as("mediator"), dispute)).waivers).toMatchObject([
      {
        person: "林晓岚",
        kinds: ["kin", "other"],
        reason: "两家都说不介意",
        parties: ["刘玉芬", "张建国"],
        by: "沈静",
      },
    ]);
    const { invitationId } = await invited(county, dispute, "lawyer");
    await acceptInvitation(county.as("lawyer"), yes(invitationId));
  });

  it("covers no new kind of tie and no later party, and applies to its own proceeding alone", async () => {
    const dispute = await ready();
    await tie(dispute, "village");
    await waive(dispute, "village", ["kin"]);
    await tie(dispute, "village", { kind: "other" });
    expect(await of(dispute, "villageCadre", "village")).toMatchObject({ barring: ["other"], isEligible: false });
    await waive(dispute, "village", ["kin", "other"]);
    expect(await of(dispute, "villageCadre", "village")).toMatchObject({ barring: [] });
    await database().execute(sql`insert into parties (county_id, id, dispute_id, side, position, kind, standing, name)
      values (${county.countyId}, ${v7()}, ${dispute.disputeId}, 3, 3, 'person', 'thirdParty', '后来的人')`);
    expect(await of(dispute, "villageCadre", "village")).toMatchObject({
      barring: ["kin", "other"],
      isEligible: false,
    });
  });

  it("of an invitee who disclosed a tie themselves lets them accept", async () => {
    const dispute = await ready();
    const { invitationId } = await invited(county, dispute, "property");
    await database().execute(sql`insert into ties (county_id, id, dispute_id, party_id, person_id, kind, source, recorded_by, recorded_at)
      values (${county.countyId}, ${v7()}, ${dispute.disputeId}, ${dispute.partyIds[0]}, ${county.people.property}, 'other', 'disclosed', ${county.people.property}, now())`);
    const seat = async () =>
      (await boardOf(county.as("mediator"), dispute)).invitations.find((one) => one.id === invitationId);
    await database().execute(sql`update invitations set disclosed_at = now() where id = ${invitationId}`);
    expect(await seat()).toMatchObject({ isWaiverAwaited: true, disclosed: [{ party: "刘玉芬", kind: "other" }] });
    expect(await refusedWith(acceptInvitation(county.as("property"), yes(invitationId)))).toBe("waiverAwaited");
    await waive(dispute, "property", ["other"]);
    expect(await seat()).toMatchObject({ isWaiverAwaited: false });
    await acceptInvitation(county.as("property"), yes(invitationId));
  });
});

describe("the database itself", () => {
  it("refuses an invitation of a tied helper and a waiver that lacks a party, whoever writes the SQL", async () => {
    const dispute = await ready();
    await tie(dispute, "surveyor");
    const mediator = county.as("mediator");
    const insert = asActor(mediator, (tx) =>
      tx.execute(sql`insert into invitations (county_id, id, dispute_id, proceeding_id, person_id, force_code, neutral_summary, party_names, sent_by, sent_at, answer_by)
        values (${county.countyId}, ${v7()}, ${dispute.disputeId}, ${dispute.proceedingId}, ${county.people.surveyor}, 'other', '案情', '{}', ${mediator.actor.personId}, now(), now() + interval '1 day')`),
    );
    expect(await refusedWith(insert)).toBe("tied");
    const waiver = v7();
    const half = asActor(mediator, async (tx) => {
      await tx.execute(sql`insert into tie_waivers (county_id, id, dispute_id, proceeding_id, person_id, kinds, reason, waived_by, waived_at)
        values (${county.countyId}, ${waiver}, ${dispute.disputeId}, ${dispute.proceedingId}, ${county.people.surveyor}, '{kin}', '说过', ${mediator.actor.personId}, now())`);
      await tx.execute(
        sql`insert into tie_waiver_parties (county_id, waiver_id, dispute_id, party_id) values (${county.countyId}, ${waiver}, ${dispute.disputeId}, ${dispute.partyIds[0]})`,
      );
    });
    expect(await refusedWith(half)).toBe("everyPartyMustWaive");
  });

  it("never leaves half a waiver when two are written at once", async () => {
    const dispute = await ready();
    await tie(dispute, "enforcement2");
    const all = await Promise.allSettled([1, 2, 3, 4].map(() => waive(dispute, "enforcement2", ["kin"])));
    expect(all.filter((one) => one.status === "fulfilled").length).toBeGreaterThanOrEqual(1);
    for (const one of (await tiesOf(county.as("mediator"), dispute)).waivers) expect(one.parties).toHaveLength(2);
  });
});
