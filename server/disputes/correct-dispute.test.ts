import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { addDays, dayOf } from "../kernel/shanghai";
import { asActor, postgresError } from "../kernel/transaction";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { amendParty } from "./amend-party";
import { correctDispute } from "./correct-dispute";
import { amendPartyInput, correctDisputeInput, listDisputesInput } from "./inputs";
import { disputeById } from "./reads/dispute";
import { gateOf } from "./reads/gate";
import { listDisputes } from "./reads/list";
import { similarDisputes } from "./reads/similar";
import { registerDispute } from "./register-dispute";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const page = (disputeId: string, who = "mediator") => disputeById(county.as(who), { disputeId });
const corrects = (disputeId: string, over: object, who = "mediator") =>
  correctDispute(county.as(who), correctDisputeInput.parse({ disputeId, reason: "登记时听错了", ...over }));
const placeSeen = "江畔花园 3 号楼 2 单元";
const similarAt = async (place: string) =>
  (await similarDisputes(county.as("mediator"), { names: [], phones: [], place })).disputes.map((one) => one.id);

describe("correcting a registration", () => {
  it("changes place, type, day, facts and title, and keeps what stood there with who, when and why", async () => {
    const { disputeId } = await acceptedDispute(county);
    const before = await page(disputeId);
    expect(before.changes).toEqual([]);
    await corrects(disputeId, {
      place: { seen: placeSeen, now: "柳湾路 88 号 6 栋 201" },
      type: { seen: "neighbour", now: "property" },
      startedOn: { seen: null, now: "2026-01-05" },
      title: { seen: "装修承重墙纠纷", now: "下水道堵塞纠纷" },
      facts: { seenVersion: before.facts?.version, text: "下水道堵了，水漫到楼下。", requests: "疏通下水道" },
    });
    const after = await page(disputeId);
    expect(after).toMatchObject({
      place: "柳湾路 88 号 6 栋 201",
      type: "property",
      startedOn: "2026-01-05",
      title: "下水道堵塞纠纷",
      facts: { facts: "下水道堵了，水漫到楼下。", requests: "疏通下水道" },
    });
    expect(new Map(after.changes?.map((one) => [one.field, [one.oldValue, one.newValue, one.reason, one.by]]))).toEqual(
      new Map([
        ["place", [placeSeen, "柳湾路 88 号 6 栋 201", "登记时听错了", "沈静"]],
        ["type", ["neighbour", "property", "登记时听错了", "沈静"]],
        ["startedOn", ["", "2026-01-05", "登记时听错了", "沈静"]],
        ["title", ["装修承重墙纠纷", "下水道堵塞纠纷", "登记时听错了", "沈静"]],
        ["facts", [before.facts?.facts, "下水道堵了，水漫到楼下。", "登记时听错了", "沈静"]],
        ["requests", ["", "疏通下水道", "登记时听错了", "沈静"]],
      ]),
    );
    const [event] = await database().execute<{ action: string; payload: string }>(
      sql`select action, payload from events where chain = ${disputeId}::uuid order by seq desc limit 1`,
    );
    expect(event?.action).toBe("dispute.correct");
    expect(JSON.parse(event?.payload ?? "")).toMatchObject({ reason: "登记时听错了" });
    expect(event?.payload).not.toContain("下水道");
  });

  it("is followed by what finds similar matters, and by the figures of its type", async () => {
    const { disputeId } = await acceptedDispute(county, { place: "东岭街 12 号 4 栋 902" });
    const typed = async () =>
      (
        await database().execute<{ type: string }>(
          sql`select distinct type::text as type from figure_entries where dispute_id = ${disputeId}::uuid`,
        )
      ).map((row) => row.type);
    expect(await similarAt("东岭街12号4栋")).toContain(disputeId);
    await corrects(disputeId, {
      place: { seen: "东岭街 12 号 4 栋 902", now: "西岭街 7 号 9 栋 101" },
      type: { seen: "neighbour", now: "lending" },
    });
    expect(await similarAt("东岭街12号4栋")).not.toContain(disputeId);
    expect(await similarAt("西岭街7号9栋")).toContain(disputeId);
    expect(await typed()).toEqual(["lending"]);
  });

  it("changes how it came in, asks anew what rested on that, and lists and gate follow", async () => {
    const { disputeId } = await acceptedDispute(county);
    const letter = {
      referredBy: { seen: "", now: "泊头法院" },
      referralNumber: { seen: "", now: "（2026）委调 5 号" },
    };
    const comes = (seen: string, now: string, over: object = {}) =>
      corrects(disputeId, { source: { seen, now }, ...over });
    const bySource = async (source: "walkIn" | "courtEntrusted") =>
      (await listDisputes(county.as("mediator"), listDisputesInput.parse({ scope: "all", source }))).rows.map(
        ({ id }) => id,
      );
    expect(await refusedWith(comes("phone", "sweep"))).toBe("changedMeanwhile");
    // A court is asked after, and one that entrusted its case is named.
    expect(await refusedWith(comes("walkIn", "courtReferral"))).toBe("questionsOpen");
    expect(await refusedWith(comes("walkIn", "courtEntrusted"))).toBe("referralNeeded");
    expect(await bySource("walkIn")).toContain(disputeId);
    await comes("walkIn", "courtEntrusted", letter);
    expect([await bySource("walkIn"), await bySource("courtEntrusted")]).toEqual([
      expect.not.arrayContaining([disputeId]),
      expect.arrayContaining([disputeId]),
    ]);
    const gate = () => gateOf(county.as("mediator"), { disputeId });
    expect((await gate()).record).toContainEqual({ question: "inCourt", record: "courtEntrusted" });
    expect((await page(disputeId)).referral).toBe("泊头法院 （2026）委调 5 号");
    expect(await refusedWith(comes("courtEntrusted", "petitionOffice"))).toBe("questionsOpen");
    // The same answer as at registration is a new one all the same: it was asked of another source.
    const before = (await gate()).given.filter(({ question }) => question === "inCourt").length;
    await comes("courtEntrusted", "courtReferral", { inCourt: "no" });
    const asked = (await gate()).given.filter(({ question }) => question === "inCourt");
    expect(asked).toHaveLength(before + 1);
    expect(asked[0]).toMatchObject({ answer: "no", givenAs: "later", by: "沈静" });
    expect((await page(disputeId)).proceeding).toMatchObject({ isGateShut: false });
    await comes("courtReferral", "petitionOffice", { inCourt: "yes" });
    expect((await page(disputeId)).proceeding).toMatchObject({ isGateShut: true, nextStep: "leaveTrack" });
    expect(
      (await page(disputeId)).changes
        ?.filter(({ field }) => field === "source")
        .map(({ oldValue, newValue }) => [oldValue, newValue]),
    ).toEqual(
      expect.arrayContaining([
        ["walkIn", "courtEntrusted"],
        ["courtEntrusted", "courtReferral"],
        ["courtReferral", "petitionOffice"],
      ]),
    );
    // Nothing rests on any other source.
    await comes("petitionOffice", "hotline12345");
    const raw = asActor(county.as("mediator"), async (tx) => {
      await tx.execute(sql`select set_config('app.change_reason', '登记时听错了', true)`);
      await tx.execute(sql`update disputes set source = 'courtReferral' where id = ${disputeId}::uuid`);
    });
    expect(await raw.catch((error) => postgresError(error)?.constraint_name)).toBe("disputes_source_asked");
  });

  it("is refused over what somebody changed meanwhile, for a day to come, without a reason, and for whoever does not lead it", async () => {
    const { disputeId } = await acceptedDispute(county);
    const place = { seen: placeSeen, now: "柳湾路 9 号" };
    await corrects(disputeId, { place });
    expect(await refusedWith(corrects(disputeId, { place: { ...place, now: "柳湾路 10 号" } }))).toBe(
      "changedMeanwhile",
    );
    expect(await refusedWith(corrects(disputeId, { facts: { seenVersion: 99, text: "别的" } }))).toBe(
      "changedMeanwhile",
    );
    expect(await refusedWith(corrects(disputeId, { startedOn: { seen: null, now: "2999-01-01" } }))).toBe(
      "dayInFuture",
    );
    // A matter began before it was registered, also where that is corrected later.
    const later = county.as("mediator", { now: new Date(Date.now() + 3 * 86_400_000) });
    const after = { disputeId, reason: "登记时听错了", startedOn: { seen: null, now: addDays(dayOf(new Date()), 2) } };
    expect(await refusedWith(correctDispute(later, correctDisputeInput.parse(after)))).toBe("dayOutOfOrder");
    expect(await refusedWith(registerDispute(county.as("mediator"), intake({ startedOn: "2999-01-01" })))).toBe(
      "dayInFuture",
    );
    expect(await refusedWith(corrects(disputeId, { place }, "officer"))).toBe("forbidden");
    expect(() => correctDisputeInput.parse({ disputeId, place, reason: "" })).toThrow();
    expect(() => correctDisputeInput.parse({ disputeId, reason: "没有要改的" })).toThrow();
    const raw = asActor(county.as("mediator"), (tx) =>
      tx.execute(sql`update disputes set place = '改了' where id = ${disputeId}::uuid`),
    );
    await expect(raw).rejects.toMatchObject({ cause: { constraint_name: "dispute_changes_reason_given" } });
  });

  it("keeps a title that names no minor, and shows old titles and facts to those who work on it alone", async () => {
    const { disputeId } = await acceptedDispute(county, { title: "" });
    const [party] = (await page(disputeId)).parties;
    await amendParty(
      county.as("mediator"),
      amendPartyInput.parse({
        disputeId,
        partyId: party?.id,
        partyVersion: party?.version,
        kind: "person",
        name: "柳玉芬",
      }),
    );
    expect((await page(disputeId)).changes).toMatchObject([
      { field: "title", oldValue: "刘玉芬 / 张建国", newValue: "柳玉芬 / 张建国", reason: "" },
    ]);
    expect((await page(disputeId, "committee")).changes).toHaveLength(1);
    expect((await page(disputeId, "head")).changes).toBeNull();
    for (const who of ["head", "officer", "mediator3", "county", "judge"])
      expect(
        await asActor(county.as(who), (tx) =>
          tx.execute(sql`select 1 from dispute_changes where dispute_id = ${disputeId}::uuid`),
        ),
        who,
      ).toEqual([]);
  });
});
