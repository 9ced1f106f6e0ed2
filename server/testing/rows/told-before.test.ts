import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { asActor } from "../../kernel/transaction";
import { deliveriesOf } from "../../notifications/queries";
import { type TestCounty, testCounty } from "../county";
import { type RowFiller, rowFiller } from "./fill-row";
import { takenUpAgain } from "./scene";

let county: TestCounty;
let fill: RowFiller;
beforeAll(async () => {
  county = await testCounty(["LW"]);
  fill = await rowFiller();
});

describe.each([
  {
    title: "while the police had it, asked by the committee that has it now",
    matters: () =>
      takenUpAgain(
        county,
        { by: "officer", track: "publicSecurity" },
        { by: "mediator", track: "peoples", takenBy: "officer" },
      ),
    asking: ["mediator", "mediator2", "committee"],
  },
  {
    title: "while the committee had it, asked by the officer who leads now",
    matters: () =>
      takenUpAgain(county, { by: "mediator", track: "peoples" }, { by: "officer2", track: "publicSecurity" }),
    asking: ["officer2"],
  },
] as const)("whom people told of what $title", ({ matters, asking }) => {
  it("is read by nobody, and what was told since is", async () => {
    const [earlier, since] = await matters();
    const told = async (proceedingId = "") => {
      const id = v7();
      await fill.write([
        `insert into notifications (county_id, id, cause, kind, recipient_kind, recipient_id, dispute_id, created_at)
         select county_id, '${id}', '${id}', 'sessionBooked', 'person', '${county.people.head}', dispute_id, accepted_at
         from proceedings where id = '${proceedingId}'`,
        `insert into deliveries (county_id, id, notification_id, channel, not_before) values ('${county.countyId}', '${v7()}', '${id}', 'sms', now())`,
      ]);
      return id;
    };
    const [before, after] = [await told(earlier?.proceedingId), await told(since?.proceedingId)];
    for (const username of asking) {
      const rows = await asActor(county.as(username), (tx) =>
        tx.execute(sql`select id from notifications where id in (${before}::uuid, ${after}::uuid)
          union all select notification_id from deliveries where notification_id in (${before}::uuid, ${after}::uuid)`),
      );
      expect(
        rows.map(({ id }) => id),
        username,
      ).toEqual([after, after]);
      const { notified } = await deliveriesOf(county.as(username), { disputeId: since?.disputeId ?? "" });
      expect(notified.map(({ id }) => id).filter((id) => id === before || id === after)).toEqual([after]);
    }
  });

  it("nor does its lead see what others opened in confidence then", async () => {
    const all = await matters();
    await fill.write(
      all.map(
        (
          { proceedingId },
          i,
        ) => `insert into events (county_id, chain, seq, dispute_id, proceeding_id, actor_id, actor_kind, action, at_us, payload, prev, hash)
          select county_id, dispute_id, ${900 + i}, dispute_id, id, lead_person_id, 'person', 'note.read', 1, '{}', '-', '-' from proceedings where id = '${proceedingId}'`,
      ),
    );
    const seen = await asActor(county.as(asking[0]), (tx) =>
      tx.execute(sql`select seq::int from app.readings_of(${all[1]?.disputeId ?? ""}::uuid, 9) where seq >= 900`),
    );
    expect(seen.map(({ seq }) => seq)).toEqual([901]);
  });
});
