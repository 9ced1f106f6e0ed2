import { sql } from "drizzle-orm";
import type { JobHelpers } from "graphile-worker";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { recordConsentInput } from "../consents/inputs";
import { recordConsent } from "../consents/record-consent";
import { conveneSession } from "../convening/convene-session";
import { addPartyLink } from "../disputes/add-party-link";
import { amendParty } from "../disputes/amend-party";
import { disputeById } from "../disputes/reads/dispute";
import { boardOf } from "../invitations/reads/board";
import { ownInvitation } from "../invitations/reads/own";
import { fillSeat } from "../invitations/substitute-invitation";
import { tasks } from "../jobs/tasks";
import { asActor } from "../kernel/transaction";
import { notesOf } from "../notes/queries";
import { eventsOf, invitationRow, jobKeys } from "../testing/asked";
import { joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { refusedWith } from "../testing/refused";
import { convening, inDays, stateOf, writeHours } from "../testing/sessions";
import { tied, untied, waived } from "../testing/ties";
import { discloseOwnTie } from "./disclose-own-tie";
import { ownTieParties, tiesOf } from "./reads/ties";
import { removeTie } from "./remove-tie";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

type Untied = Awaited<ReturnType<typeof untied>>;
let day = 0;
/** A helper who has accepted and sits in a session to come, which asks for somebody of their force. */
async function seated(username: string, forceCode: string, seats = 1) {
  const dispute = await untied(county);
  const { invitationId } = await joined(county, dispute, username);
  day += 1;
  const { sessionId } = await conveneSession(
    county.as("mediator"),
    await convening(county, dispute, {
      startsAt: inDays(day, "09:00"),
      personIds: [county.people[username] ?? ""],
      needs: [{ forceCode, seats, isRequired: true }],
    }),
  );
  return { ...dispute, invitationId, sessionId };
}
const read = (username: string, { disputeId }: Untied) => disputeById(county.as(username), { disputeId });
const seats = (sessionId: string, username: string) =>
  database().execute(sql`select from session_people where session_id = ${sessionId}::uuid and person_id = ${county.people[username]}::uuid
    union all select from slots where session_id = ${sessionId}::uuid and resource_id = ${county.people[username]}::uuid`);
const recusalsOf = ({ disputeId }: { disputeId: string }) =>
  database().execute<{ id: string; ended: boolean; kinds: string; personId: string }>(sql`
    select id, ended_at is not null as ended, array_to_string(kinds, ',') as kinds, person_id as "personId" from recusals
    where dispute_id = ${disputeId}::uuid order by recused_at, id`);
const followed = async (dispute: { disputeId: string }) => {
  for (const { id } of await recusalsOf(dispute))
    await tasks.settleRecusal?.({ countyId: county.countyId, recusalId: id }, {
      job: { run_at: new Date() },
    } as JobHelpers);
};
const disclosed = (username: string, dispute: Untied, party = 0) =>
  discloseOwnTie(county.as(username), {
    disputeId: dispute.disputeId,
    partyId: dispute.partyIds[party] ?? "",
    kind: "kin",
    note: "是我表弟",
  });
const phoneOf = async (username: string) => {
  const [row] = await database().execute<{ phone: string }>(
    sql`select phone from people where id = ${county.people[username]}::uuid`,
  );
  return row?.phone ?? "";
};

describe("a tie that a helper tells of after they have accepted", () => {
  it("cuts what they read at once, frees seat and hour, and puts the session at risk; the next one is asked", async () => {
    const dispute = await seated("lawyer", "lawyer");
    expect(await ownTieParties(county.as("lawyer"), dispute)).toMatchObject([{ name: "刘玉芬" }, { name: "张建国" }]);
    await disclosed("lawyer", dispute);
    expect(await refusedWith(read("lawyer", dispute))).toBe("notFound");
    expect(await refusedWith(notesOf(county.as("lawyer"), dispute))).toBe("notFound");
    expect(await refusedWith(disclosed("lawyer", dispute, 1))).toBe("notFound");
    expect(await ownInvitation(county.as("lawyer"), dispute)).toMatchObject({
      status: "recused",
      isOpen: false,
      neutralSummary: "",
      partyNames: [],
    });
    const seen = await asActor(county.as("lawyer"), (tx) =>
      tx.execute(sql`select from disputes where id = ${dispute.disputeId}::uuid union all select from parties where dispute_id = ${dispute.disputeId}::uuid
        union all select from sessions where dispute_id = ${dispute.disputeId}::uuid union all select from invitations where dispute_id = ${dispute.disputeId}::uuid
        union all select from events where dispute_id = ${dispute.disputeId}::uuid`),
    );
    expect(seen).toHaveLength(0);
    expect(await seats(dispute.sessionId, "lawyer")).toHaveLength(0);
    const [tie] = await eventsOf(dispute.disputeId, "tie.disclose");
    expect(JSON.stringify(tie)).not.toMatch(/表弟|kin/);
    await followed(dispute);
    await followed(dispute);
    expect(await eventsOf(dispute.disputeId, "tie.recuse")).toMatchObject([
      {
        invitation: dispute.invitationId,
        leftSessions: [dispute.sessionId],
        sessionId: dispute.sessionId,
        atRisk: true,
      },
    ]);
    expect(await stateOf(county, dispute.sessionId)).toMatchObject({ atRisk: true });
    expect(await jobKeys("substituteInvitation")).toContain(`substitute:${dispute.invitationId}`);
    await fillSeat({ countyId: county.countyId, invitationId: dispute.invitationId }, new Date());
    const board = await boardOf(county.as("mediator"), dispute);
    expect(board.invitations.find(({ replacesId }) => replacesId === dispute.invitationId)).toBeDefined();
  });

  it("leaves the lead a list of what was open to them and what they had opened, and a waiver brings them back", async () => {
    const dispute = await seated("lawyer2", "lawyer");
    await disclosed("lawyer2", dispute);
    const { recusals, people } = await tiesOf(county.as("mediator"), dispute);
    expect(recusals).toMatchObject([
      {
        person: "司马青",
        isLead: false,
        leftSessions: 1,
        by: "司马青",
        ties: [{ kind: "kin", party: "刘玉芬" }],
        open: [{ what: "facts", count: 1 }],
      },
    ]);
    expect(people.map(({ name }) => name)).toEqual(["沈静"]);
    expect(await refusedWith(tiesOf(county.as("lawyer2"), dispute))).toBe("notFound");
    await waived(county, dispute, "lawyer2", ["kin"]);
    expect((await read("lawyer2", dispute)).id).toBe(dispute.disputeId);
    expect((await recusalsOf(dispute)).map(({ ended }) => ended)).toEqual([true]);
    expect((await tiesOf(county.as("mediator"), dispute)).recusals).toEqual([]);
    await followed(dispute);
    expect(await eventsOf(dispute.disputeId, "tie.recuse")).toEqual([]);
  });
});

describe("a tie found by others", () => {
  it("once recorded by the lead sets the helper aside in every matter of that party, until it is removed", async () => {
    const first = await untied(county);
    const second = await untied(county, { parties: first.own });
    const { invitationId } = await joined(county, second, "judge3");
    const { tieId } = await tied(county, first, "judge3");
    expect(await invitationRow(invitationId)).toMatchObject({ status: "recused" });
    expect(await refusedWith(read("judge3", second))).toBe("notFound");
    await removeTie(county.as("mediator"), { disputeId: first.disputeId, tieId });
    expect(await invitationRow(invitationId)).toMatchObject({ status: "accepted" });
    expect((await read("judge3", second)).id).toBe(second.disputeId);
  });

  it("is raised by the system when a party's number or employer turns out to be theirs, or a newcomer's", async () => {
    const dispute = await untied(county);
    await joined(county, dispute, "activist");
    const [partyId = ""] = dispute.partyIds;
    const amend = (over: { phone?: string; employer?: string }) =>
      amendParty(county.as("mediator"), {
        disputeId: dispute.disputeId,
        partyId,
        partyVersion: 1,
        kind: "person",
        name: "刘玉芬",
        ...over,
      });
    await amend({ phone: await phoneOf("activist") });
    expect(await refusedWith(read("activist", dispute))).toBe("notFound");
    expect(await recusalsOf(dispute)).toMatchObject([{ kinds: "samePhone", personId: county.people.activist }]);
    const other = await untied(county);
    await joined(county, other, "justice");
    await database().execute(sql`insert into parties (county_id, id, dispute_id, side, position, kind, standing, name, employer)
      values (${county.countyId}, ${v7()}, ${other.disputeId}, 3, 3, 'person', 'thirdParty', '后来的人', '柳湾司法所')`);
    expect(await refusedWith(read("justice", other))).toBe("notFound");
  });

  it("is also a no of a party, a number of the party's home, and the helper's own row corrected by an administrator", async () => {
    const dispute = await untied(county);
    await joined(county, dispute, "village");
    await joined(county, dispute, "enforcement");
    await joined(county, dispute, "property");
    const answers = [
      { partyId: dispute.partyIds[0], subject: "invitePerson", personId: county.people.village, answer: "refused" },
    ];
    await recordConsent(county.as("mediator"), recordConsentInput.parse({ disputeId: dispute.disputeId, answers }));
    expect(await refusedWith(read("village", dispute))).toBe("notFound");
    await addPartyLink(county.as("mediator"), {
      disputeId: dispute.disputeId,
      partyId: dispute.partyIds[1] ?? "",
      link: { kind: "helper", name: "家里人", phone: await phoneOf("enforcement"), maySign: false, note: "" },
    });
    expect(await refusedWith(read("enforcement", dispute))).toBe("notFound");
    await database().execute(
      sql`update people set employer = '张建国装修行' where id = ${county.people.property}::uuid`,
    );
    expect((await read("property", dispute)).id).toBe(dispute.disputeId);
    await database().execute(sql`update parties set employer = '张建国装修行' where id = ${dispute.partyIds[1]}::uuid`);
    expect(await refusedWith(read("property", dispute))).toBe("notFound");
    expect(await recusalsOf(dispute)).toHaveLength(3);
  });

  it("takes one of two of a force, not the other, and a session that has begun keeps who was there", async () => {
    const dispute = await seated("cadre", "townCadre");
    await joined(county, dispute, "judge");
    const now = Date.now();
    await writeHours(dispute.sessionId, new Date(now).toISOString(), new Date(now + 3_600_000).toISOString());
    await database().execute(sql`update sessions set started_at = now() where id = ${dispute.sessionId}::uuid`);
    await tied(county, dispute, "cadre");
    expect(await refusedWith(read("cadre", dispute))).toBe("notFound");
    expect((await read("judge", dispute)).id).toBe(dispute.disputeId);
    expect((await seats(dispute.sessionId, "cadre")).length).toBeGreaterThan(0);
    expect(
      await refusedWith(
        asActor(county.as("cadre"), (tx) =>
          tx.execute(sql`insert into notes (county_id, id, dispute_id, lane, text, author_id, written_at)
      values (${county.countyId}, ${v7()}, ${dispute.disputeId}, 'open', '还想写', ${county.people.cadre}, now())`),
        ),
      ),
    ).toBe("forbidden");
  });
});
