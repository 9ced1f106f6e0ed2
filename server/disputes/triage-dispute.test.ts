import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { instantOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, harmless, intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { disputeById } from "./reads/dispute";
import { registerDispute } from "./register-dispute";
import { reopenDispute } from "./reopen-dispute";
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

  it("is led by an officer on the police's track, and by somebody of the office on every other", async () => {
    const { disputeId } = await registerDispute(county.as("officer"), intake());
    const led = (track: "publicSecurity" | "coordination", by: string) =>
      refusedWith(
        triageDispute(county.as("officer"), {
          ...choice,
          disputeId,
          answers: { ...harmless, isViolation: "yes" },
          track,
          leadPersonId: county.people[by] ?? "",
          overrideReason: "当事人要求协调",
        }),
      );
    expect(await led("publicSecurity", "mediator")).toBe("leadMustBeOfficer");
    expect(await led("coordination", "judge")).toBe("leadMustBeStaff");
  });

  it("refuses on the day on which it was refused, entered later; what is taken up again has none", async () => {
    const on = (day: string) => county.as("mediator", { now: instantOf(day, "09:00") });
    const { disputeId } = await registerDispute(on("2026-11-24"), intake());
    const no = { ...choice, disputeId, answers: harmless, track: null, notAcceptedReason: "outsideArea" as const };
    const refuse = (notAcceptedOn: string) => triageDispute(on("2026-11-27"), { ...no, notAcceptedOn });
    expect(await refusedWith(refuse("2026-11-28"))).toBe("dayInFuture");
    expect(await refusedWith(refuse("2020-01-01"))).toBe("dayTooEarly");
    await refuse("2026-11-24");
    const page = () => disputeById(county.as("mediator"), { disputeId });
    expect((await page()).notAccepted).toEqual({ on: "2026-11-24", reason: "outsideArea" });
    // It counts on its day as well, whichever day it was entered on.
    const counted = await database().execute<{ day: string }>(sql`
      select app.day_of(at)::text as day from figure_entries where dispute_id = ${disputeId}::uuid and not_accepted = 1`);
    expect(counted).toEqual([{ day: "2026-11-24" }]);
    await reopenDispute(on("2026-11-28"), { disputeId, reason: "原来在本辖区" });
    await triageDispute(on("2026-11-28"), { ...no, answers: {} });
    expect((await page()).notAccepted?.on).toBe("2026-11-28");
  });

  it("is over where the matter was not accepted, until it is taken up again", async () => {
    const { disputeId } = await registerDispute(county.as("mediator"), intake());
    const refusal = {
      ...choice,
      disputeId,
      answers: harmless,
      track: null,
      notAcceptedReason: "judgedByCourt" as const,
    };
    await triageDispute(county.as("mediator"), refusal);
    const again = { ...choice, disputeId, answers: harmless, track: "peoples" as const };
    expect(await refusedWith(triageDispute(county.as("mediator"), again))).toBe("notAccepted");
  });
});

it("an officer registers nothing at a station without a resident committee", async () => {
  const staffed = (isThere: boolean) =>
    database().execute(sql`update people set disabled_at = ${isThere ? null : new Date().toISOString()}::timestamptz
      where county_id = ${county.countyId}::uuid and station_id = ${county.stations.DG}::uuid and role = 'mediator'`);
  await staffed(false);
  expect(await refusedWith(registerDispute(county.as("officer3"), intake()))).toBe("noCommittee");
  await staffed(true);
  expect((await registerDispute(county.as("officer3"), intake())).number).toMatch(/^DG-/);
});
