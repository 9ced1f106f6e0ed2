import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { reportClueInput } from "../calls/inputs";
import { reportClue } from "../calls/report-clue";
import { askQuestion } from "../consultations/ask-question";
import { askQuestionInput } from "../consultations/inputs";
import { conveneSession } from "../convening/convene-session";
import { registerDispute } from "../disputes/register-dispute";
import { asActor } from "../kernel/transaction";
import { recordTieInput } from "../panel/inputs";
import { recordTie } from "../panel/record-tie";
import { invited, partiesOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { ofOfficer } from "../testing/rows/scene";
import { bookable, booked, booking, convening, inDays, invitee, roomTwo } from "../testing/sessions";
import { bookSession } from "./book-session";
import { holdSession } from "./hold-session";
import { holdSessionInput, moveSessionInput, swapPersonInput } from "./inputs";
import { moveSession } from "./move-session";
import { rooms } from "./reads/rooms";
import { swapPerson } from "./swap-person";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const foreignRoom = () => county.rooms["东关派出所调解室 驻所调解室"] ?? "";
const foreignPoint = () => county.points["东关派出所调解室"] ?? "";
/** No part in a dispute of Liuwan, and in no linked force. */
const strangers = ["head2", "officer3", "mediator3", "committee2", "grid", "county", "admin"];
let day = 1;
const nextDay = () => {
  day += 1;
  return inDays(day, "10:00");
};

describe("an hour for a session", () => {
  it.each(strangers)(
    "is neither held, booked nor convened for %s of no part in the matter, nor written by SQL",
    async (who) => {
      const personId = county.people[who] ?? "";
      const dispute = await bookable(county);
      const startsAt = nextDay();
      const form = await booking(county, dispute, { startsAt });
      const hold = holdSessionInput.parse({ ...form, askedIds: [personId] });
      expect(await refusedWith(holdSession(county.as("mediator"), hold))).toBe("notAskable");
      const named = await booking(county, dispute, { startsAt, personIds: [personId] });
      expect(await refusedWith(bookSession(county.as("mediator"), named))).toBe("notJoined");
      const asked = await convening(county, dispute, {
        startsAt,
        invitees: [{ personId, forceCode: "lawyer", roleAsked: "" }],
      });
      expect(await refusedWith(conveneSession(county.as("mediator"), asked))).toBe("notAskable");
      const { sessionId } = await bookSession(county.as("mediator"), form);
      const write = (table: string) =>
        asActor(county.as("mediator"), (tx) =>
          table === "slots"
            ? tx.execute(sql`insert into slots (county_id, resource, resource_id, during, session_id)
              select county_id, resource, ${personId}::uuid, during, session_id from slots
              where session_id = ${sessionId}::uuid and resource = 'person' limit 1`)
            : tx.execute(sql`insert into session_people (county_id, id, dispute_id, session_id, person_id)
              values (${county.countyId}::uuid, ${crypto.randomUUID()}::uuid, ${dispute.disputeId}::uuid, ${sessionId}::uuid, ${personId}::uuid)`),
        );
      expect(await refusedWith(write("slots"))).toBe("notAskable");
      expect(await refusedWith(write("session_people"))).toBe("notAskable");
      const swap = {
        disputeId: dispute.disputeId,
        sessionId,
        sessionVersion: 1,
        inPersonId: personId,
        forceCode: "lawyer",
      };
      const { people } = county;
      const withOfficer = await booked(county, dispute, { startsAt: nextDay(), personIds: [people.mediator2 ?? ""] });
      const swapped = swapPersonInput.parse({
        ...swap,
        sessionId: withOfficer.sessionId,
        outPersonId: people.mediator2,
      });
      expect(await refusedWith(swapPerson(county.as("mediator"), swapped))).toBe("notAskable");
    },
  );

  it("is for the line's own people, for the station's officers at the committee's table, and for others once they have accepted", async () => {
    const [ofCommittee, ofPolice] = [await bookable(county), await ofOfficer(county)];
    const may = async (proceedingId: string, who: string) => {
      const [row] = await asActor(county.as("officer"), (tx) =>
        tx.execute<{ may: boolean }>(
          sql`select app.may_sit(${county.countyId}::uuid, ${proceedingId}::uuid, ${county.people[who]}::uuid) as may`,
        ),
      );
      return row?.may;
    };
    const staff = ["mediator", "mediator2", "committee", "officer", "head"];
    for (const who of staff) expect(await may(ofCommittee.proceedingId, who), who).toBe(true);
    for (const who of ["head2", "mediator3", "lawyer"])
      expect(await may(ofCommittee.proceedingId, who), who).toBe(false);
    for (const who of ["officer", "officer2", "head", "judge"])
      expect(await may(ofPolice.proceedingId, who), who).toBe(true);
    for (const who of ["mediator", "committee", "head2", "lawyer"])
      expect(await may(ofPolice.proceedingId, who), who).toBe(false);
  });

  it("is held for a helper of a force who may be asked, and not for one a tie or a party keeps away", async () => {
    const dispute = await bookable(county);
    const [party] = await partiesOf(county, dispute);
    const hold = async (username: string) =>
      holdSession(
        county.as("mediator"),
        holdSessionInput.parse({
          ...(await booking(county, dispute, { startsAt: nextDay() })),
          askedIds: [county.people[username]],
        }),
      );
    expect((await hold("judge")).sessionId).toBeTruthy();
    const tie = { disputeId: dispute.disputeId, partyId: party?.id, personId: county.people.lawyer, kind: "kin" };
    await recordTie(county.as("mediator"), recordTieInput.parse(tie));
    expect(await refusedWith(hold("lawyer"))).toBe("tied");
    await invited(county, dispute, "property");
    expect((await hold("property")).sessionId).toBeTruthy();
  });
});

describe("a room or contact point of another station", () => {
  it("is not offered", async () => {
    const offered = (await rooms(county.as("mediator"))).map(({ id }) => id);
    expect(offered.length).toBeGreaterThan(2);
    expect(offered).not.toContain(foreignRoom());
  });

  it("is refused for a booking, a hold, a convening and a move", async () => {
    const dispute = await bookable(county);
    const wish = { startsAt: nextDay(), roomId: foreignRoom() };
    const form = await booking(county, dispute, wish);
    expect(await refusedWith(bookSession(county.as("mediator"), form))).toBe("placeElsewhere");
    const hold = holdSessionInput.parse(form);
    expect(await refusedWith(holdSession(county.as("mediator"), hold))).toBe("placeElsewhere");
    const asked = await convening(county, dispute, { ...wish, invitees: [invitee(county, "judge")] });
    expect(await refusedWith(conveneSession(county.as("mediator"), asked))).toBe("placeElsewhere");
    const offered = { startsAt: nextDay(), invitees: [invitee(county, "judge")], alternatives: [wish] };
    const alternative = await convening(county, dispute, offered);
    expect(await refusedWith(conveneSession(county.as("mediator"), alternative))).toBe("placeElsewhere");
    const { sessionId } = await booked(county, dispute, { startsAt: nextDay(), roomId: county.rooms[roomTwo] });
    const move = { disputeId: dispute.disputeId, sessionId, sessionVersion: 1, minutes: 60, ...wish };
    expect(await refusedWith(moveSession(county.as("mediator"), moveSessionInput.parse(move)))).toBe("placeElsewhere");
  });

  it("is refused where a dispute is registered, a clue is told and a lawyer is asked", async () => {
    const pointId = foreignPoint();
    expect(await refusedWith(registerDispute(county.as("mediator"), intake({ pointId })))).toBe("placeElsewhere");
    const clue = reportClueInput.parse({ place: "老街 12 号", text: "两家为晒被子吵了起来", pointId });
    expect(await refusedWith(reportClue(county.as("grid"), clue))).toBe("placeElsewhere");
    const question = askQuestionInput.parse({ question: "欠条没有写还款日怎么办？", pointId });
    expect(await refusedWith(askQuestion(county.as("mediator"), question))).toBe("placeElsewhere");
  });
});
