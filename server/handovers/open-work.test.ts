import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { newId } from "../kernel/ids";
import { eventsOf } from "../testing/asked";
import { joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { refusedWith } from "../testing/refused";
import { bookable, booked, inDays } from "../testing/sessions";
import { workKinds } from "./choices";
import { handOverWork } from "./hand-over-work";
import { handOverWorkInput } from "./inputs";
import { openWorkOf } from "./reads/open-work";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const idOf = (username: string) => county.people[username] ?? "";
const work = async (by: string, who: string) =>
  (await openWorkOf(county.as(by), { personId: idOf(who) })).map(({ kind }) => kind);
const give = (by: string, from: string, to: string, kinds: string[], despite = "") =>
  handOverWork(
    county.as(by),
    handOverWorkInput.parse({ personId: idOf(from), toId: idOf(to), kinds, reason: "休假两个月", despite }),
  );

/** Columns that name somebody in charge, and where each is answered; every other one says who did something, or whose row it is. */
const answered: Record<string, string> = {
  "proceedings.lead_person_id": "lead",
  "proceedings.next_owner_id": "lead",
  "proceedings.assistant_id": "assistant",
  "gate_steps.owner_id": "gateStep",
  "assignments.person_id": "assignment",
  "town_halls.chair_id": "townHall",
  "duty_leaders.person_id": "dutyLeader",
  "duty_shifts.person_id": "dutyShift",
  "session_people.person_id": "seat",
  // Whoever is asked to interpret is named already.
  "interpreter_askings.person_id": "seat",
  "interpreters.person_id": "seat",
  "session_needs.person_id": "need",
  "consultations.duty_id": "consultation",
  "obligations.verifier_id": "verifier",
  "invitations.person_id": "invitation",
  "lead_requests.wished_person_id": "leadRequest",
  "people.deputy_id": "deputy",
};
/** Rows that belong to their person and go nowhere: accounts and times, requests of their own, what they said, signed or were found to be. */
const theirOwn = [
  "absences.person_id",
  "access_requests.person_id",
  "accounts.person_id",
  "bound_subjects.person_id",
  "calendar_entries.person_id",
  "clues.reporter_id",
  "consents.person_id",
  "desk_cards.author_id",
  "desk_cards.person_id",
  "helper_entries.person_id",
  "helper_months.person_id",
  "imported_busy.person_id",
  "imported_calendars.person_id",
  "invitations.deputy_id",
  "known_devices.person_id",
  "lead_requests.lead_person_id",
  "lead_requests.new_lead_person_id",
  "notes.author_id",
  "on_spot_forms.second_officer_id",
  "opinions.person_id",
  "person_forces.person_id",
  "person_roles.person_id",
  "reading_windows.person_id",
  "recovery_codes.person_id",
  "recusals.person_id",
  // Goes on by the nightly draw: nobody else chooses who asks.
  "revisits.visitor_id",
  "second_factors.person_id",
  "sign_ins.person_id",
  "signatures.person_id",
  "signing_requests.person_id",
  "tie_waivers.person_id",
  "ties.person_id",
  "weekly_hours.person_id",
];

describe("what a person would leave behind", () => {
  it("has an answer for each column that names a person: a new one without fails here", async () => {
    const columns = await database().execute<{ name: string }>(sql`
      select distinct c.conrelid::regclass::text || '.' || a.attname as name from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[array_length(c.conkey, 1)]
      where c.contype = 'f' and c.confrelid = 'public.people'::regclass and a.attname !~ '_by$' order by 1`);
    const open = columns.map(({ name }) => name).filter((name) => !(name in answered) && !theirOwn.includes(name));
    expect(open).toEqual([]);
    const [body] = await database().execute<{ source: string }>(
      sql`select prosrc as source from pg_proc where proname = 'open_work_of'`,
    );
    for (const kind of workKinds) expect(body?.source).toContain(`'${kind}'`);
    expect(new Set(Object.values(answered))).toEqual(new Set(["lead", ...workKinds]));
  });

  it("is on one screen for the head of their place, and for nobody else", async () => {
    const dispute = await bookable(county);
    const { sessionId } = await booked(county, dispute, { startsAt: inDays(4, "09:00") });
    await joined(county, dispute, "lawyer");
    await database().execute(sql`insert into session_people (county_id, id, dispute_id, session_id, person_id)
      values (${county.countyId}, ${newId(new Date())}, ${dispute.disputeId}, ${sessionId}, ${idOf("officer")})`);
    await database().execute(sql`insert into gate_steps (county_id, id, dispute_id, kind, owner_id, opened_by, opened_at, due_at)
      values (${county.countyId}, ${newId(new Date())}, ${dispute.disputeId}, 'warningLetter', ${idOf("officer")}, ${idOf("officer")}, now(), now() + interval '1 day')`);
    await database().execute(sql`insert into duty_leaders (county_id, id, station_id, person_id, during, set_by, set_at)
      select county_id, ${newId(new Date())}, station_id, id, tstzrange(now() + interval '40 days', now() + interval '41 days'), id, now() from people where id = ${idOf("officer")}::uuid`);
    expect(new Set(await work("head", "officer"))).toEqual(new Set(["gateStep", "dutyLeader", "seat"]));
    expect(await work("head2", "officer")).toEqual([]);
    expect(await work("committee", "officer")).toEqual([]);
    expect(await work("committee", "lawyer")).toContain("invitation");
    expect(await refusedWith(work("officer", "officer"))).toBe("forbidden");
    expect(await refusedWith(give("committee", "officer", "officer2", ["gateStep"]))).toBe("notFound");
    const refused = await give("head", "officer", "mediator", ["gateStep", "dutyLeader"]);
    expect(refused).toMatchObject({ moved: 0, kept: [{ code: "officerNeeded" }, { code: "officerNeeded" }] });
    expect(new Set(await work("head", "officer"))).toEqual(new Set(["gateStep", "dutyLeader", "seat"]));
    expect(await give("head", "officer", "officer2", ["gateStep", "dutyLeader"])).toEqual({ moved: 2, kept: [] });
    expect(await work("head", "officer")).toEqual(["seat"]);
    expect(new Set(await work("head", "officer2"))).toEqual(new Set(["gateStep", "dutyLeader"]));
    expect(await eventsOf(dispute.disputeId, "gate.handOver")).toMatchObject([
      { person: idOf("officer"), to: idOf("officer2") },
    ]);
    expect(await refusedWith(give("head", "officer", "officer2", ["gateStep"]))).toBe("changedMeanwhile");
  });
});

describe("what goes to another", () => {
  it("is an open meeting with its hours to come, and a lawyer's shifts to a lawyer alone", async () => {
    const [hall] = await database().execute<{ id: string }>(sql`
      insert into town_halls (county_id, id, station_id, title, room_id, chair_id, weekday, starts_at, minutes, from_day, until_day, created_by, created_at)
      select p.county_id, ${newId(new Date())}::uuid, p.station_id, '恳谈会', r.id, p.id, 3, '09:00', 60, current_date, current_date + 30, p.id, now()
      from people p, rooms r join contact_points c on c.county_id = r.county_id and c.id = r.point_id
      where p.id = ${idOf("officer")}::uuid and c.station_id = p.station_id limit 1 returning id`);
    const meeting = newId(new Date());
    await database().transaction(async (tx) => {
      await tx.execute(sql`insert into town_hall_meetings (county_id, id, town_hall_id, room_id, starts_at, ends_at)
        select county_id, ${meeting}::uuid, id, room_id, ${inDays(12, "09:00")}::timestamptz, ${inDays(12, "10:00")}::timestamptz from town_halls where id = ${hall?.id ?? ""}::uuid`);
      await tx.execute(sql`insert into slots (county_id, meeting_id, resource, resource_id, during)
        select m.county_id, m.id, r.resource::slot_resource, r.id, tstzrange(m.starts_at, m.ends_at) from town_hall_meetings m
          cross join lateral (values ('person', ${idOf("officer")}::uuid), ('room', m.room_id)) r (resource, id) where m.id = ${meeting}::uuid`);
    });
    await database().execute(sql`insert into absences (county_id, id, person_id, during, kind, recorded_at)
      values (${county.countyId}, ${newId(new Date())}, ${idOf("officer2")}, tstzrange(${inDays(12, "08:00")}::timestamptz, ${inDays(12, "12:00")}::timestamptz), 'leave', now())`);
    await database().execute(sql`insert into duty_leaders (county_id, id, station_id, person_id, during, set_by, set_at)
      select county_id, ${newId(new Date())}, station_id, id, tstzrange(now() + interval '60 days', now() + interval '61 days'), id, now() from people where id = ${idOf("officer")}::uuid`);
    // One refusal names its hour and keeps nothing else from going over; a retry with a reason takes what is left.
    const tried = await give("head", "officer", "officer2", ["townHall", "dutyLeader"]);
    expect(tried).toEqual({
      moved: 1,
      kept: [{ kind: "townHall", id: hall?.id, code: "personAway", at: inDays(12, "09:00") }],
    });
    expect(await work("head", "officer")).not.toContain("dutyLeader");
    await give("head", "officer", "officer2", ["townHall", "dutyLeader"], "他说开完会再去");
    expect(await refusedWith(give("head", "officer", "officer2", ["townHall", "dutyLeader"]))).toBe("changedMeanwhile");
    const [row] = await database().execute<{ chair: string }>(
      sql`select chair_id as chair from town_halls where id = ${hall?.id ?? ""}::uuid`,
    );
    expect(row?.chair).toBe(idOf("officer2"));
    await database().execute(sql`insert into duty_shifts (county_id, id, person_id, during, set_by)
      values (${county.countyId}, ${newId(new Date())}, ${idOf("lawyer")}, tstzrange(now() + interval '50 days', now() + interval '50 days 8 hours'), ${idOf("committee")})`);
    expect(await give("committee", "lawyer", "judge", ["dutyShift"])).toMatchObject({
      moved: 0,
      kept: [{ code: "lawyerNeeded" }],
    });
    await give("committee", "lawyer", "lawyer2", ["dutyShift"]);
    expect(await work("committee", "lawyer")).not.toContain("dutyShift");
    expect(await work("committee", "lawyer2")).toContain("dutyShift");
  });
});
