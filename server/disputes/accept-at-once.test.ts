import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { instantOf } from "../kernel/shanghai";
import { type TestCounty, testCounty } from "../testing/county";
import { intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { registerDisputeInput } from "./inputs";
import { registerDispute } from "./register-dispute";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const accept = {
  answers: { propertyDamage: "no", hasMinor: "no", isViolation: "no" },
  track: "peoples",
  leadPersonId: null,
  leadUnit: "",
} as const;
const asked = intake().asked;

describe("registering and accepting in one act", () => {
  it("opens the proceeding with whoever registers as lead, after the registration on the chain; a retry changes nothing", async () => {
    const context = county.as("mediator");
    const input = registerDisputeInput.parse(intake({ accept }));
    const { disputeId, proceedingId } = await registerDispute(context, input);
    expect(await registerDispute(context, input)).toMatchObject({ disputeId, proceedingId });
    const [row] = await database().execute(sql`select status, track, next_step, lead_person_id,
      (select array_agg(e.action order by e.seq) from events e where e.dispute_id = ${disputeId}::uuid) as events,
      (select count(*)::int from gate_answers g where g.dispute_id = ${disputeId}::uuid) as answers
      from proceedings where id = ${proceedingId ?? null}::uuid`);
    expect(row).toEqual({
      status: "accepted",
      track: "peoples",
      next_step: "giveNotice",
      lead_person_id: county.people.mediator,
      events: ["dispute.register", "dispute.triage"],
      answers: 10,
    });
  });

  it("says on which day it was taken up, where all of it is entered later; the month runs from then", async () => {
    const now = instantOf("2026-11-24", "09:00");
    const take = (acceptedOn: string) =>
      registerDispute(county.as("mediator", { now }), intake({ accept: { ...accept, acceptedOn } }));
    expect(await refusedWith(take("2026-11-25"))).toBe("dayInFuture");
    expect(await refusedWith(take("2020-01-01"))).toBe("dayTooEarly");
    const { proceedingId } = await take("2026-11-23");
    const [row] = await database().execute(sql`select p.accepted_on::text, c.started_on::text, c.due_on::text
      from proceedings p join clocks c on c.proceeding_id = p.id where p.id = ${proceedingId ?? null}::uuid`);
    expect(row).toEqual({ accepted_on: "2026-11-23", started_on: "2026-11-23", due_on: "2026-12-23" });
  });

  it("writes nothing and takes no number where the gate bars the track, or where what decides is not clear", async () => {
    const number = async (over = {}) => (await registerDispute(county.as("mediator"), intake(over))).number;
    const before = Number((await number()).slice(-4));
    const refused = (over: object) => refusedWith(registerDispute(county.as("mediator"), intake({ accept, ...over })));
    expect(await refused({ asked: { ...asked, judgedByCourt: "yes" } })).toBe("judgedMattersBarred");
    expect(await refused({ asked: { ...asked, inCourt: "unclear" } })).toBe("clearFirst");
    const isViolation = { ...accept, answers: { ...accept.answers, isViolation: "yes" as const } };
    expect(await refused({ accept: isViolation })).toBe("violationFirst");
    expect(await refused({ accept: { ...accept, leadPersonId: county.people.officer } })).toBe("leadMustBeMediator");
    expect(Number((await number()).slice(-4))).toBe(before + 1);
  });

  it("is asked of the same gate for the police's track, which an officer leads", async () => {
    const police = { ...accept, track: "publicSecurity" as const };
    const take = (isViolation: "yes" | "no") =>
      registerDispute(
        county.as("officer"),
        intake({ accept: { ...police, answers: { ...police.answers, isViolation } } }),
      );
    expect(await refusedWith(take("no"))).toBe("violationNeeded");
    expect((await take("yes")).proceedingId).toEqual(expect.any(String));
  });
});
