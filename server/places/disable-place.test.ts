import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { archiveProceeding } from "../disputes/archive-proceeding";
import { endProceeding } from "../disputes/end-proceeding";
import { endProceedingInput } from "../disputes/inputs";
import { registerDispute } from "../disputes/register-dispute";
import { Problem } from "../kernel/problem";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, intake } from "../testing/disputes";
import { lastCountyEvent } from "../testing/events";
import { refusedWith } from "../testing/refused";
import { createPoint } from "./create-point";
import { createRoom } from "./create-room";
import { createStation } from "./create-station";
import { disablePlace } from "./disable-place";
import { enablePlace } from "./enable-place";
import { placeTree } from "./reads/places";

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
