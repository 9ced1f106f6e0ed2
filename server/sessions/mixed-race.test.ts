import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { database } from "@/db/client";
import { conveneSession } from "../convening/convene-session";
import { acceptInvitation } from "../invitations/accept-invitation";
import { declineInvitation } from "../invitations/decline-invitation";
import { nameDeputy } from "../invitations/name-deputy";
import { fillSeat } from "../invitations/substitute-invitation";
import { Problem } from "../kernel/problem";
import { joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { openRivalPools } from "../testing/rival-pools";
import { bookable, convening, inDays, invitee, roomOne, roomTwo } from "../testing/sessions";
import { cancelSession } from "./cancel-session";
import { confirmSession } from "./confirm-session";
import { endHold } from "./expire-hold";
import { confirmSessionInput, moveSessionInput, swapPersonInput } from "./inputs";
import { moveSession } from "./move-session";
import { swapPerson } from "./swap-person";

let county: TestCounty;
beforeAll(async () => {
  await openRivalPools();
  county = await testCounty();
});

const rooms = [roomOne, roomTwo];
/** A held session to which judge and lawyer are asked, in a proceeding that a helper of the justice office has joined. */
async function held(round: number, place: number) {
  const dispute = await bookable(county);
  await joined(county, dispute, "justice");
  const { sessionId } = await conveneSession(
    county.as("mediator"),
    await convening(county, dispute, {
      startsAt: inDays(8 + round, place ? "14:00" : "09:00"),
      roomId: county.rooms[rooms[place] ?? ""],
      personIds: [county.people.justice ?? ""],
      invitees: [invitee(county, "judge"), invitee(county, "lawyer")],
      needs: ["courtStaff", "lawyer"].map((forceCode) => ({ forceCode, seats: 1, isRequired: true })),
    }),
  );
  const asked = await database().execute<{ id: string; person_id: string }>(
    sql`select id, person_id from invitations where session_id = ${sessionId}::uuid`,
  );
  const of = (username: string) => asked.find((one) => one.person_id === county.people[username])?.id ?? "";
  return { ...dispute, sessionId, judge: of("judge"), lawyer: of("lawyer") };
}

/** What must be true of every session, whatever happened at the same time. */
const broken = () =>
  database().execute(sql`
    select 'slot of a session that will not be' as what, t.session_id from slots t join sessions s on s.id = t.session_id
      where s.county_id = ${county.countyId}::uuid and s.status = 'cancelled'
    union all select 'seat without an hour', s.id from sessions s join session_people p on p.session_id = s.id and p.person_id is not null
      where s.county_id = ${county.countyId}::uuid and s.status = 'booked'
        and not exists (select from slots t where t.session_id = s.id and t.resource_id = p.person_id)
    union all select 'no room', s.id from sessions s where s.county_id = ${county.countyId}::uuid and s.status = 'booked'
        and not exists (select from slots t where t.session_id = s.id and t.resource_id = s.room_id)
    union all select 'hour beside the session', t.session_id from slots t join sessions s on s.id = t.session_id
      where s.county_id = ${county.countyId}::uuid and t.during <> tstzrange(s.starts_at, s.ends_at)
    union all select 'certain session, held room', s.id from sessions s join slots t on t.session_id = s.id and t.resource_id = s.room_id
      where s.county_id = ${county.countyId}::uuid and s.status = 'booked' and (s.held_until is null) <> (t.held_until is null)
    union all select 'seat of one who refused', s.id from sessions s join session_people p on p.session_id = s.id
      join invitations i on i.person_id = p.person_id and i.dispute_id = s.dispute_id and i.status in ('declined', 'expired', 'withdrawn')
      where s.county_id = ${county.countyId}::uuid and s.status = 'booked' and not exists (select from invitations j
        where j.person_id = p.person_id and j.dispute_id = s.dispute_id and j.status = 'accepted')`);

it("accepting, refusing, naming, moving, swapping, confirming, cancelling and running out at once leave every session whole", async () => {
  for (let round = 0; round < 5; round += 1) {
    const [a, b] = [await held(round, 0), await held(round, 1)];
    const as = (username: string) => county.as(username);
    const target = ({ disputeId, sessionId }: typeof a) => ({ disputeId, sessionId, sessionVersion: 1 });
    const move = (of: typeof a, time: string, room: string) =>
      moveSession(
        as("mediator"),
        moveSessionInput.parse({
          ...target(of),
          startsAt: inDays(8 + round, time),
          minutes: 90,
          roomId: county.rooms[room],
        }),
      );
    const swap = (of: typeof a) => {
      const people = {
        outPersonId: county.people.justice,
        inPersonId: county.people.property,
        forceCode: "propertyManager",
      };
      return swapPerson(as("mediator"), swapPersonInput.parse({ ...target(of), ...people }));
    };
    const deputy = { deputyId: county.people.judge2 ?? "", note: "" };
    const late = new Date(Date.now() + 3 * 86_400_000);
    const acts: (() => Promise<unknown>)[] = [
      () => acceptInvitation(as("judge"), { invitationId: a.judge, declaresNoTie: true }),
      () => acceptInvitation(as("judge"), { invitationId: b.judge, declaresNoTie: true }),
      () => acceptInvitation(as("lawyer"), { invitationId: a.lawyer, declaresNoTie: true }),
      () => acceptInvitation(as("lawyer"), { invitationId: b.lawyer, declaresNoTie: true }),
      () => nameDeputy(as("judge"), { invitationId: b.judge, ...deputy }),
      () => declineInvitation(as("lawyer"), { invitationId: b.lawyer, reason: "busy", note: "" }),
      () => fillSeat({ countyId: county.countyId, invitationId: b.lawyer }, new Date()),
      // Each session is moved to the other's hour.
      () => move(a, "14:00", roomOne),
      () => move(b, "09:00", roomTwo),
      () => swap(a),
      () => swap(b),
      () => confirmSession(as("mediator"), confirmSessionInput.parse(target(a))),
      () => endHold({ countyId: county.countyId, sessionId: b.sessionId }, late),
      () => cancelSession(as("mediator"), { ...target(b), reason: "改期" }),
    ];
    const answers = await Promise.allSettled(acts.map((act) => act()));
    for (const answer of answers) {
      if (answer.status === "fulfilled") continue;
      expect(answer.reason).toBeInstanceOf(Problem);
      // The session exists and they may read it, so a refusal must say what happened to it and not "not found".
      expect(answer.reason).not.toMatchObject({ code: "notFound" });
    }
    expect([...(await broken())], `round ${round}`).toEqual([]);
  }
}, 120_000);
