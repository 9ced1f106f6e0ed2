import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { asActor } from "../kernel/transaction";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, harmless, intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { registerDispute } from "./register-dispute";
import { triageDispute } from "./triage-dispute";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const choice = { notAcceptedReason: null, overrideReason: "", leadPersonId: null, leadUnit: "" } as const;

describe("triage", () => {
  it("opens a proceeding with a lead, a next step and a due day, and leaves two events", async () => {
    const { disputeId, proceedingId } = await acceptedDispute(county);
    const [row] = await asActor(county.as("mediator"), (tx) =>
      tx.execute<Record<string, unknown>>(sql`select status, next_step, lead_person_id, due_on, version,
        (select count(*)::int from events where dispute_id = ${disputeId}) as events from proceedings where id = ${proceedingId}`),
    );
    expect(row).toMatchObject({
      status: "accepted",
      next_step: "giveNotice",
      lead_person_id: county.people.mediator,
      events: 2,
    });
    expect(row?.due_on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it("bars a matter a court has judged from people's mediation", async () => {
    const { disputeId } = await registerDispute(county.as("mediator"), intake());
    const answers = { ...harmless, judgedByCourt: "yes" as const };
    expect(
      await refusedWith(triageDispute(county.as("mediator"), { ...choice, disputeId, answers, track: "peoples" })),
    ).toBe("judgedMattersBarred");
  });

  it("lets one of two simultaneous triages win and tells the other", async () => {
    const { disputeId } = await registerDispute(county.as("mediator"), intake());
    const once = () =>
      triageDispute(county.as("mediator"), { ...choice, disputeId, answers: harmless, track: "peoples" });
    const both = await Promise.allSettled([once(), once()]);
    expect(both.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });

  it("replays the same key and refuses the same key with another body", async () => {
    const context = county.as("mediator");
    const first = await registerDispute(context, intake());
    expect(await registerDispute(context, intake())).toEqual(first);
    expect(await refusedWith(registerDispute(context, intake({ place: "别处" })))).toBe("keyReused");
  });

  it("hides the dispute from another station, its committee and from people who were not invited", async () => {
    const { disputeId } = await registerDispute(county.as("mediator"), intake());
    for (const stranger of ["mediator3", "judge", "grid", "admin", "head2"]) {
      const rows = await asActor(county.as(stranger), (tx) =>
        tx.execute(sql`select id from disputes where id = ${disputeId}`),
      );
      expect(rows, stranger).toHaveLength(0);
    }
    expect(
      await refusedWith(
        triageDispute(county.as("mediator3"), { ...choice, disputeId, answers: harmless, track: "peoples" }),
      ),
    ).toBe("notFound");
  });
});
