import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { reportClue } from "../calls/report-clue";
import { askQuestion } from "../consultations/ask-question";
import { askQuestionInput } from "../consultations/inputs";
import { archiveProceeding } from "../disputes/archive-proceeding";
import { endProceeding } from "../disputes/end-proceeding";
import { endProceedingInput } from "../disputes/inputs";
import { registerDispute } from "../disputes/register-dispute";
import { Problem } from "../kernel/problem";
import { endRole } from "../people/end-role";
import { giveRole } from "../people/give-role";
import { endRoleInput, giveRoleInput } from "../people/inputs";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, intake } from "../testing/disputes";
import { lastCountyEvent } from "../testing/events";
import { refusedWith } from "../testing/refused";
import { createPoint } from "./create-point";
import { createRoom } from "./create-room";
import { createStation } from "./create-station";
import { disablePlace } from "./disable-place";
import { enablePlace } from "./enable-place";
import { placeTree, placeWork } from "./reads/places";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const admin = () => county.as("admin");
const reason = "房子要重修";

/** A room at a new contact point, booked by one session for an hour from `startsAt`. */
async function bookedRoom(name: string, startsAt: Date): Promise<{ pointId: string; roomId: string }> {
  const { pointId } = await createPoint(admin(), {
    stationId: county.stations.LW ?? "",
    kind: "lookout",
    name,
    address: "",
    phone: "",
  });
  const { roomId } = await createRoom(admin(), { pointId, name, seats: 4, hours: [] });
  await database().transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`insert into slots values (${county.countyId}::uuid, gen_random_uuid(), 'room', ${roomId}::uuid,
      tstzrange(${startsAt.toISOString()}::timestamptz, ${startsAt.toISOString()}::timestamptz + interval '1 hour'))`);
  });
  return { pointId, roomId };
}

describe("closing a place", () => {
  it("takes a room out of use with a reason, and brings it back", async () => {
    const { roomId } = await bookedRoom("老仓库", new Date(Date.now() - 86_400_000));
    await disablePlace(admin(), { kind: "room", id: roomId, reason });
    expect((await lastCountyEvent(county.countyId)).payload).toEqual({
      did: "disablePlace",
      kind: "room",
      id: roomId,
      reason,
    });
    const room = async () =>
      (await placeTree(county.as("admin"))).stations
        .flatMap((s) => s.points.flatMap((p) => p.rooms))
        .find((one) => one.id === roomId);
    expect((await room())?.disabledAt).not.toBeNull();
    expect(await refusedWith(disablePlace(admin(), { kind: "room", id: roomId, reason }))).toBe("alreadyClosed");
    await enablePlace(admin(), { kind: "room", id: roomId });
    expect((await room())?.disabledAt).toBeNull();
    expect(await refusedWith(enablePlace(admin(), { kind: "room", id: roomId }))).toBe("notFound");
  });

  it("is refused while sessions are booked, with their number and the first of them", async () => {
    const startsAt = new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 86_400_000);
    const { roomId, pointId } = await bookedRoom("新仓库", startsAt);
    for (const place of [{ kind: "room", id: roomId } as const, { kind: "point", id: pointId } as const]) {
      const refusal = await disablePlace(admin(), { ...place, reason }).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(Problem);
      expect(refusal).toMatchObject({ code: "roomBooked", params: { count: 1, first: startsAt.getTime() } });
    }
  });

  it("is refused while people in office work there", async () => {
    expect(await refusedWith(disablePlace(admin(), { kind: "station", id: county.stations.DG ?? "", reason }))).toBe(
      "stillStaffed",
    );
    expect(
      await refusedWith(disablePlace(admin(), { kind: "committee", id: county.committees.DG ?? "", reason })),
    ).toBe("stillStaffed");
  });

  it("is refused while somebody keeps it in a role beside their main one, by the rule and by the database", async () => {
    const { pointId } = await createPoint(admin(), {
      ...{ stationId: county.stations.LW ?? "", kind: "lookout", name: "西渡口", address: "", phone: "" },
    });
    const { roleId } = await giveRole(
      admin(),
      giveRoleInput.parse({
        ...{ personId: county.people.mediator2, role: "gridMember", stationId: county.stations.LW, pointId },
        ...{ untilOn: null, reason: "也管这个点" },
      }),
    );
    const close = () => disablePlace(admin(), { kind: "point", id: pointId, reason });
    expect(await close().catch((error: unknown) => error)).toMatchObject({
      code: "stillStaffed",
      params: { count: 1 },
    });
    await expect(
      database().execute(sql`update contact_points set disabled_at = now() where id = ${pointId}::uuid`),
    ).rejects.toMatchObject({ cause: { constraint_name: "places_close_without_people" } });
    expect((await placeWork(admin(), { pointId, roomId: null })).people).toEqual(["令狐晓峰"]);
    await endRole(admin(), endRoleInput.parse({ roleId, reason: "不管了" }));
    await close();
  });

  it("is refused while a matter there is not archived, by the rule and by the database", async () => {
    const { pointId } = await createPoint(admin(), {
      stationId: county.stations.LW ?? "",
      kind: "lookout",
      name: "渡口",
      address: "",
      phone: "",
    });
    const { disputeId } = await acceptedDispute(county, { pointId });
    const close = () => disablePlace(admin(), { kind: "point", id: pointId, reason });
    expect(await close().catch((error: unknown) => error)).toMatchObject({ code: "mattersHang", params: { count: 1 } });
    await expect(
      database().execute(sql`update contact_points set disabled_at = now() where id = ${pointId}::uuid`),
    ).rejects.toMatchObject({ cause: { constraint_name: "places_close_without_work" } });
    await endProceeding(
      county.as("mediator"),
      endProceedingInput.parse({ disputeId, outcome: "settledWithdrawn", reason: "自己谈好了", routesTold: [] }),
    );
    expect(await refusedWith(close())).toBe("mattersHang");
    await archiveProceeding(county.as("mediator"), { disputeId, retention: "long" });
    await close();
    expect(await refusedWith(registerDispute(county.as("mediator"), intake({ pointId })))).toBe("placeClosed");
  });

  it("is refused while a clue or a question waits, somebody keeps it in a role beside their own, or its points are in use", async () => {
    const { stationId } = await createStation(admin(), { name: "河西派出所", code: "HX" });
    const kind = { kind: "lookout", name: "河西", address: "", phone: "" } as const;
    const { pointId } = await createPoint(admin(), { ...kind, stationId: county.stations.LW ?? "" });
    const close = () => disablePlace(admin(), { kind: "point", id: pointId, reason });
    const { clueId } = await reportClue(county.as("grid"), { place: "河西村口", text: "两家争水", pointId });
    const { consultationId } = await askQuestion(
      county.as("grid"),
      askQuestionInput.parse({ question: "借条没写日期算数吗", pointId }),
    );
    await expect(close()).rejects.toMatchObject({ code: "workHangs", params: { count: 2 } });
    await database().execute(sql`update clues set point_id = null where id = ${clueId}::uuid`);
    await database().execute(sql`update consultations set point_id = null where id = ${consultationId}::uuid`);
    const kept = await giveRole(
      admin(),
      giveRoleInput.parse({
        ...{ personId: county.people.mediator2, role: "expert", forceCodes: ["villageCadre"] },
        ...{ pointId, reason: "也在村里值守" },
      }),
    );
    await expect(close()).rejects.toMatchObject({ code: "stillStaffed", params: { count: 1 } });
    await endRole(admin(), { roleId: kept.roleId, reason });
    await close();
    const own = await createPoint(admin(), { ...kind, stationId });
    const shut = () => disablePlace(admin(), { kind: "station", id: stationId, reason });
    await expect(shut()).rejects.toMatchObject({ code: "workHangs", params: { count: 1 } });
    await disablePlace(admin(), { kind: "point", id: own.pointId, reason });
    await shut();
  });

  it("lets nothing be added under a closed place", async () => {
    const { stationId } = await createStation(admin(), { name: "撤并派出所", code: "CB" });
    const { pointId } = await createPoint(admin(), {
      stationId,
      kind: "lookout",
      name: "桥头",
      address: "",
      phone: "",
    });
    await disablePlace(admin(), { kind: "point", id: pointId, reason });
    expect(await refusedWith(createRoom(admin(), { pointId, name: "室", seats: 4, hours: [] }))).toBe("placeClosed");
    await disablePlace(admin(), { kind: "station", id: stationId, reason });
    expect(
      await refusedWith(createPoint(admin(), { stationId, kind: "lookout", name: "桥尾", address: "", phone: "" })),
    ).toBe("placeClosed");
  });

  it("is refused to a station head", async () => {
    const id = county.rooms["柳湾派出所调解室 驻所调解室一"] ?? "";
    expect(await refusedWith(disablePlace(county.as("head"), { kind: "room", id, reason }))).toBe("forbidden");
    expect(await refusedWith(enablePlace(county.as("head"), { kind: "room", id }))).toBe("forbidden");
  });
});
