import { beforeAll, describe, expect, it } from "vitest";
import { type TestCounty, testCounty } from "../testing/county";
import { lastCountyEvent } from "../testing/events";
import { refusedWith } from "../testing/refused";
import { amendCommittee } from "./amend-committee";
import { amendPoint } from "./amend-point";
import { amendRoom } from "./amend-room";
import { createCommittee } from "./create-committee";
import { createPoint } from "./create-point";
import { createRoom } from "./create-room";
import { createStation } from "./create-station";
import { placeTree } from "./reads/places";
import { renameCounty } from "./rename-county";
import { renameStation } from "./rename-station";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const admin = () => county.as("admin");
const weekday = { weekday: 1, opensAt: "09:00", closesAt: "17:30" };

describe("the tree of places", () => {
  it("gets stations, points and rooms with hours, and shows them in one answer", async () => {
    const { stationId } = await createStation(admin(), { name: "北门派出所", code: "BM" });
    const { pointId } = await createPoint(admin(), {
      stationId,
      kind: "lookout",
      name: "码头瞭望哨",
      address: "码头 1 号",
      phone: "",
    });
    const { roomId } = await createRoom(admin(), { pointId, name: "二楼会议室", seats: 12, hours: [weekday] });
    expect(await lastCountyEvent(county.countyId)).toMatchObject({
      action: "place.change",
      actorId: county.people.admin,
      payload: { did: "createRoom", id: roomId, name: "二楼会议室", openDays: 1 },
    });
    const { stations } = await placeTree(county.as("admin"));
    const station = stations.find((one) => one.id === stationId);
    expect(station).toMatchObject({
      code: "BM",
      people: 0,
      points: [{ id: pointId, rooms: [{ id: roomId, hours: [weekday] }] }],
    });
  });

  it("is renamed in every part, and each change leaves an event", async () => {
    const stationId = county.stations.LW ?? "";
    await renameStation(admin(), { stationId, stationVersion: 1, name: "柳湾中心派出所" });
    expect((await lastCountyEvent(county.countyId)).payload).toMatchObject({
      did: "renameStation",
      id: stationId,
      name: "柳湾中心派出所",
    });
    const pointId = county.points["柳湾派出所调解室"] ?? "";
    await amendPoint(admin(), {
      pointId,
      pointVersion: 1,
      kind: "station",
      name: "所内调解室",
      address: "柳湾路 20 号",
      phone: "0571 8800 1122",
    });
    expect((await lastCountyEvent(county.countyId)).payload).toMatchObject({ did: "amendPoint", id: pointId });
    const committeeId = county.committees.LW ?? "";
    await amendCommittee(admin(), { committeeId, committeeVersion: 1, name: "柳湾镇调委会", dossierWord: "柳湾" });
    expect((await lastCountyEvent(county.countyId)).payload).toMatchObject({
      did: "amendCommittee",
      dossierWord: "柳湾",
    });
    const tree = await placeTree(county.as("admin"));
    expect(tree.stations.find((one) => one.id === stationId)?.points.map((point) => point.name)).toContain(
      "所内调解室",
    );
    expect(tree.committees.find((one) => one.id === committeeId)).toMatchObject({
      name: "柳湾镇调委会",
      dossierWord: "柳湾",
    });
  });

  it("is of a county that has a name of its own, and one in English, changed by whoever saw the last ones", async () => {
    const other = await testCounty(["DG"]);
    const before = (await placeTree(other.as("admin"))).county;
    const seen = { nameSeen: before.name, nameEnSeen: before.nameEn };
    const rename = (over: object) =>
      renameCounty(admin(), { name: "云溪区", nameEn: "Yunxi District", ...seen, ...over });
    const { county: own } = await placeTree(admin());
    await rename({ nameSeen: own.name, nameEnSeen: own.nameEn });
    expect((await placeTree(admin())).county).toEqual({ name: "云溪区", nameEn: "Yunxi District" });
    expect((await lastCountyEvent(county.countyId)).payload).toMatchObject({ did: "renameCounty", name: "云溪区" });
    expect(await refusedWith(rename({ nameSeen: "云溪区", nameEnSeen: own.nameEn }))).toBe("changedMeanwhile");
    expect(await refusedWith(renameCounty(county.as("county"), { name: "我的县", nameEn: "", ...seen }))).toBe(
      "forbidden",
    );
    expect((await placeTree(other.as("admin"))).county).toEqual(before);
  });

  it("gets committees too, each with the word in its dossier numbers", async () => {
    const made = { name: "北门街道人民调解委员会", dossierWord: "北门" };
    const { committeeId } = await createCommittee(admin(), made);
    const { committees } = await placeTree(county.as("admin"));
    expect(committees.find((one) => one.id === committeeId)).toMatchObject(made);
    expect((await lastCountyEvent(county.countyId)).payload).toMatchObject({ did: "createCommittee", id: committeeId });
  });

  it("replaces the hours of a room as a whole", async () => {
    const roomId = county.rooms["柳湾派出所调解室 驻所调解室二"] ?? "";
    await amendRoom(admin(), {
      roomId,
      roomVersion: 1,
      name: "驻所调解室二",
      seats: 6,
      hours: [weekday, { ...weekday, weekday: 6 }],
    });
    const rooms = (await placeTree(county.as("admin"))).stations.flatMap((one) =>
      one.points.flatMap((point) => point.rooms),
    );
    expect(rooms.find((room) => room.id === roomId)?.hours.map((day) => day.weekday)).toEqual([1, 6]);
  });

  it.each([
    ["a station's name", "nameTaken", () => createStation(admin(), { name: "东关派出所", code: "ZZ" })],
    ["a station's code", "codeTaken", () => createStation(admin(), { name: "新所", code: "DG" })],
    [
      "a committee's name",
      "nameTaken",
      () => createCommittee(admin(), { name: "东关街道人民调解委员会", dossierWord: "关" }),
    ],
    [
      "a point's name in one station",
      "nameTaken",
      () =>
        createPoint(admin(), {
          stationId: county.stations.DG ?? "",
          kind: "lookout",
          name: "西河沿村微单元",
          address: "",
          phone: "",
        }),
    ],
    [
      "a room's name in one point",
      "nameTaken",
      () =>
        createRoom(admin(), {
          pointId: county.points["东关派出所调解室"] ?? "",
          name: "驻所调解室",
          seats: 8,
          hours: [],
        }),
    ],
  ])("refuses %s twice", async (_what, code, act) => {
    expect(await refusedWith(act())).toBe(code);
  });

  it.each([
    [
      "hours that end before they begin",
      "openBeforeClose",
      () =>
        amendRoom(admin(), {
          roomId: county.rooms["柳湾派出所调解室 驻所调解室一"] ?? "",
          roomVersion: 1,
          name: "一室",
          seats: 8,
          hours: [{ weekday: 2, opensAt: "18:00", closesAt: "09:00" }],
        }),
    ],
    [
      "a station that is not there",
      "notFound",
      () => renameStation(admin(), { stationId: crypto.randomUUID(), stationVersion: 1, name: "无" }),
    ],
    [
      "anyone but an administrator",
      "forbidden",
      () =>
        renameStation(county.as("head"), { stationId: county.stations.LW ?? "", stationVersion: 1, name: "我的所" }),
    ],
  ])("refuses %s", async (_what, code, act) => {
    expect(await refusedWith(act())).toBe(code);
  });

  it("keeps another county's places out of reach", async () => {
    const other = await testCounty(["DG"]);
    expect(
      await refusedWith(
        renameStation(admin(), { stationId: other.stations.DG ?? "", stationVersion: 1, name: "占用" }),
      ),
    ).toBe("notFound");
  });
});
