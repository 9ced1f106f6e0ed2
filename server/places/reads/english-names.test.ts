import { beforeAll, describe, expect, it } from "vitest";
import { appRouter } from "../../api/root";
import { type TestCounty, testCounty } from "../../testing/county";
import { callerFactory } from "../../trpc/init";
import { amendRoom } from "../amend-room";
import { besideEnglish, englishNames } from "./english-names";
import { placeTree } from "./places";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const withStation = "柳湾派出所 Liuwan Police Station";

describe("the English of posts and places", () => {
  it("stands beside their names wherever an answer names one, and nowhere else", async () => {
    const english = await englishNames(county.as("judge"));
    const answer = besideEnglish(
      {
        handler: { name: "社区调解室", post: "社区民警" },
        room: { id: "1", name: "社区调解室" },
        rooms: [{ id: "1", name: "村委会议室", seats: 16, point: "东岗村微单元" }],
        from: { name: "沈静", unit: "柳湾派出所", organisation: "柳湾派出所" },
        text: "社区民警来过",
        place: "江畔社区调解室",
        room2: null,
        at: [{ hostPost: "没有英文的职务" }],
      },
      english,
    );
    expect(answer).toEqual({
      handler: { name: "社区调解室", post: "社区民警 Community officer" },
      room: { id: "1", name: "社区调解室 Community room" },
      rooms: [
        {
          id: "1",
          name: "村委会议室 Village meeting room",
          seats: 16,
          point: "东岗村微单元 Donggang village unit",
        },
      ],
      from: { name: "沈静", unit: withStation, organisation: withStation },
      text: "社区民警来过",
      place: "江畔社区调解室",
      room2: null,
      at: [{ hostPost: "没有英文的职务" }],
    });
  });

  it("is given and changed by the administrator in the form of the place, and stays where a form does not name it", async () => {
    const roomId = county.rooms["物业纠纷专业调解室 物业调解室"] ?? "";
    const english = async () => (await englishNames(county.as("mediator"))).get("物业调解室");
    const input = { roomId, name: "物业调解室", seats: 8, hours: [] };
    await amendRoom(county.as("admin"), { ...input, roomVersion: 1 });
    expect(await english()).toBe("Property room");
    await amendRoom(county.as("admin"), { ...input, roomVersion: 2, nameEn: "Big room" });
    // For somebody with a link and no account the system asks.
    expect((await englishNames(county.system())).get("物业调解室")).toBe("Big room");
    const { stations } = await placeTree(county.as("admin"));
    const rooms = stations.flatMap(({ points }) => points.flatMap((point) => point.rooms));
    expect(rooms.find(({ id }) => id === roomId)).toMatchObject({ name: "物业调解室", nameEn: "Big room" });
  });

  it("stands beside the names in the administrator's lists, and in no answer that fills the form of a name", async () => {
    const asked = callerFactory(appRouter)({
      signedIn: { actor: county.actor("admin"), name: "陆远", locale: "en", mustChangePassword: false } as never,
      now: new Date("2026-11-24T10:00:00+08:00"),
      requestId: "TEST02",
      beside: async (ctx, answer) => besideEnglish(answer, await englishNames(ctx)),
    });
    const [row] = (await asked.people.list({ q: "赵国梁" })).rows;
    expect(row).toMatchObject({ post: "所长 Station head", workplace: withStation });
    expect(await asked.people.byId({ personId: row?.id ?? "" })).toMatchObject({ post: "所长" });
    const { stations } = await asked.places.tree({});
    expect(stations.map(({ name }) => name)).toContain("柳湾派出所");
  });
});
