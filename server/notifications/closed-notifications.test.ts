import { type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { announceAll } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { notificationKinds } from "@/db/vocabulary";
import { endProceeding } from "../disputes/end-proceeding";
import { endProceedingInput } from "../disputes/inputs";
import { declineInvitation } from "../invitations/decline-invitation";
import { asActor } from "../kernel/transaction";
import { invited, joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { settledSaid } from "../testing/endings";
import { bookable, booked, inDays } from "../testing/sessions";
import { ownNotifications } from "./queries";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

describe("one's own notifications", () => {
  it("keep times and codes alone once the card they are about has closed, whatever else they said", async () => {
    const dispute = await bookable(county);
    const { invitationId } = await invited(county, dispute, "property");
    await announceAll();
    const read = async () =>
      (await ownNotifications(county.as("property"), { before: null })).rows.find(({ kind }) => kind === "invited");
    // Everything that a message about an invitation was ever made from, and what somebody may add.
    const named = ["name", "asker", "formerly", "room", "point", "address", "before", "unit", "added later"];
    const said = {
      ...Object.fromEntries(named.map((key) => [key, `金丝雀 ${key}`])),
      answer: "deputised",
      answerBy: inDays(9),
    };
    await database().execute(sql`update notifications set params = ${JSON.stringify(said)}::jsonb
      where county_id = ${county.countyId}::uuid and invitation_id = ${invitationId}::uuid`);
    expect((await read())?.params).toEqual(said);
    await declineInvitation(county.as("property"), { invitationId, reason: "busy", note: "" });
    expect((await read())?.params).toEqual({ answer: "deputised", answerBy: said.answerBy });
  });

  it("of every kind name nobody and no place once their reader's part is over, by invitation or without one", async () => {
    const dispute = await bookable(county);
    await joined(county, dispute, "village");
    const startsAt = inDays(20);
    const { sessionId } = await booked(county, dispute, { personIds: [county.people.village ?? ""], startsAt });
    const times = { startsAt, endsAt: startsAt, answerBy: startsAt };
    const said = {
      ...times,
      answer: "other",
      name: "金丝雀",
      asker: "金丝雀",
      room: "金丝雀",
      "added later": "金丝雀",
    };
    const tell = (username: string) =>
      database().execute(sql`insert into notifications (county_id, id, cause, kind, recipient_kind, recipient_id, dispute_id, session_id, params, created_at)
        select ${county.countyId}::uuid, gen_random_uuid(), 'told:' || k || coalesce(s::text, ''), k, 'person', ${county.people[username] ?? ""}::uuid, ${dispute.disputeId}::uuid, s,
          ${JSON.stringify(said)}::jsonb, now() from unnest(enum_range(null::notification_kind)) k cross join (values (${sessionId}::uuid), (null)) v (s)`);
    const named = async (username: string) => {
      const kinds = new Set<string>();
      for (let before: string | null = null, more = true; more; more = before !== null) {
        const page: Awaited<ReturnType<typeof ownNotifications>> = await ownNotifications(county.as(username), {
          before,
        });
        for (const { kind, params } of page.rows)
          if (JSON.stringify(params).includes("金丝雀")) kinds.add(kind);
          else if (params.answer === "other") expect(params).toEqual({ ...times, answer: "other" });
        before = page.next;
      }
      return [...kinds].sort();
    };
    // What offices ask each other is told to people who have no right to the matter, or none yet.
    const ofOffices = notificationKinds.filter((kind) =>
      /^(transfer|access|window|emergency|restriction|consultation)/.test(kind),
    );
    await tell("village");
    expect(await named("village")).toEqual([...notificationKinds].sort());

    // Whoever interprets is told of the session alone, until they do not any more.
    await tell("grid");
    expect(await named("grid")).toEqual([...ofOffices].sort());
    const withoutTriggers = (statement: SQL) =>
      database().transaction(async (tx) => {
        await tx.execute(sql`set local session_replication_role = replica`);
        await tx.execute(statement);
      });
    await withoutTriggers(sql`
      insert into interpreters (county_id, id, dispute_id, proceeding_id, session_id, party_id, kind, language, person_id, named_by, named_at)
      select s.county_id, gen_random_uuid(), s.dispute_id, s.proceeding_id, s.id, p.id, 'spoken', '彝语', ${county.people.grid ?? ""}::uuid, ${county.people.mediator ?? ""}::uuid, now()
      from sessions s join parties p on p.county_id = s.county_id and p.dispute_id = s.dispute_id where s.id = ${sessionId}::uuid limit 1`);
    expect(await named("grid")).toEqual([...notificationKinds].sort());
    await withoutTriggers(
      sql`update interpreters set ended_at = now(), ended_by = named_by where session_id = ${sessionId}::uuid`,
    );
    expect(await named("grid")).toEqual([...ofOffices].sort());

    await endProceeding(
      county.as("mediator"),
      endProceedingInput.parse({ disputeId: dispute.disputeId, ...(await settledSaid(dispute.disputeId)) }),
    );
    expect(await named("village")).toEqual([...ofOffices].sort());
    const bySql = asActor(county.as("village"), (tx) => tx.execute(sql`select params from notifications`));
    await expect(bySql).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});
