import { beforeAll, describe, expect, it } from "vitest";
import { weekdayOf } from "../kernel/shanghai";
import { cancelSession } from "../sessions/cancel-session";
import { cancelSessionInput } from "../sessions/inputs";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { lastCountyEvent } from "../testing/events";
import { refusedWith } from "../testing/refused";
import { bookable, booked, inDays, roomTwo } from "../testing/sessions";
import { cancelTownHall } from "../town-halls/cancel-town-hall";
import { planTownHallInput } from "../town-halls/inputs";
import { planTownHall } from "../town-halls/plan-town-hall";
import { amendPerson } from "./amend-person";
import { createPerson } from "./create-person";
import { disablePerson } from "./disable-person";
import { enablePerson } from "./enable-person";
import { type CreatePersonInput, createPersonInput } from "./inputs";
import { adminPeople, adminPerson } from "./queries";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const admin = () => county.as("admin");
const filled = (over: Partial<CreatePersonInput> & Pick<CreatePersonInput, "name" | "role">) =>
  createPersonInput.parse(over);
const reason = "调到外县";

describe("people", () => {
  it("are entered with role, workplace and forces, and the event holds no phone", async () => {
    const { personId } = await createPerson(
      admin(),
      filled({
        name: "阿卜杜热合曼·买买提依明",
        role: "expert",
        phone: "139 0578 6624",
        post: "法官",
        forceCodes: ["courtStaff", "lawyer"],
        deputyId: county.people.judge ?? null,
      }),
    );
    const event = await lastCountyEvent(county.countyId);
    expect(event).toMatchObject({
      action: "person.change",
      payload: { did: "createPerson", personId, role: "expert", forces: ["courtStaff", "lawyer"] },
    });
    expect(JSON.stringify(event.payload)).not.toContain("6624");
    expect(await adminPerson(county.as("admin"), { personId })).toMatchObject({
      phone: "139 0578 6624",
      leadsOpen: 0,
      account: null,
      deputyId: county.people.judge,
    });
  });

  it("are amended; fields their role does not have are dropped", async () => {
    const { personId } = await createPerson(admin(), filled({ name: "古丽", role: "expert", forceCodes: ["lawyer"] }));
    await amendPerson(admin(), {
      ...filled({
        name: "古丽娜",
        role: "officer",
        stationId: county.stations.LW ?? null,
        committeeId: county.committees.LW ?? null,
        forceCodes: ["lawyer"],
      }),
      personId,
      personVersion: 1,
    });
    expect((await lastCountyEvent(county.countyId)).payload).toMatchObject({
      did: "amendPerson",
      changed: expect.arrayContaining(["name", "role", "stationId"]),
      forces: [],
    });
    expect(await adminPerson(county.as("admin"), { personId })).toMatchObject({
      name: "古丽娜",
      role: "officer",
      committeeId: null,
      forceCodes: [],
    });
  });

  it.each<[string, string, Partial<CreatePersonInput> & Pick<CreatePersonInput, "name" | "role">]>([
    ["a mediator without a committee", "workplaceNeeded", { name: "甲", role: "mediator", stationId: null }],
    ["an officer without a station", "workplaceNeeded", { name: "乙", role: "officer" }],
    ["an expert without a force", "forceNeeded", { name: "丙", role: "expert" }],
    ["a force nobody knows", "unknownReference", { name: "丁", role: "expert", forceCodes: ["astronauts"] }],
    [
      "a station of nowhere",
      "unknownReference",
      { name: "戊", role: "officer", stationId: "00000000-0000-7000-8000-000000000000" },
    ],
  ])("are refused: %s", async (_what, code, over) => {
    expect(await refusedWith(createPerson(admin(), filled(over)))).toBe(code);
  });

  it("are refused as their own deputy, and a deputy must be an expert", async () => {
    const { personId } = await createPerson(admin(), filled({ name: "己", role: "expert", forceCodes: ["lawyer"] }));
    const self = {
      ...filled({ name: "己", role: "expert", forceCodes: ["lawyer"], deputyId: personId }),
      personId,
      personVersion: 1,
    };
    expect(await refusedWith(amendPerson(admin(), self))).toBe("notOwnDeputy");
    expect(await refusedWith(amendPerson(admin(), { ...self, deputyId: county.people.head ?? null }))).toBe(
      "deputyNotExpert",
    );
  });

  it("leave office and come back", async () => {
    const { personId } = await createPerson(admin(), filled({ name: "庚", role: "county" }));
    await disablePerson(admin(), { personId, reason });
    expect((await lastCountyEvent(county.countyId)).payload).toMatchObject({ did: "disablePerson", personId, reason });
    expect(await refusedWith(disablePerson(admin(), { personId, reason }))).toBe("alreadyLeft");
    await enablePerson(admin(), { personId });
    expect((await lastCountyEvent(county.countyId)).payload).toMatchObject({ did: "enablePerson", personId });
    expect(await refusedWith(enablePerson(admin(), { personId }))).toBe("alreadyInOffice");
  });

  it("cannot leave, or change role, while they lead open proceedings; the refusal says how many", async () => {
    await acceptedDispute(county);
    await acceptedDispute(county);
    const personId = county.people.mediator ?? "";
    await expect(disablePerson(admin(), { personId, reason })).rejects.toMatchObject({
      code: "leadsOpen",
      params: { count: 2 },
    });
    const other = { ...filled({ name: "沈静", role: "county" }), personId, personVersion: 1 };
    await expect(amendPerson(admin(), other)).rejects.toMatchObject({ code: "leadsOpen", params: { count: 2 } });
    const moved = { role: "mediator", stationId: county.stations.LW, committeeId: county.committees.DG } as const;
    await expect(
      amendPerson(admin(), { ...filled({ name: "沈静", ...moved }), personId, personVersion: 1 }),
    ).rejects.toMatchObject({ code: "leadsOpen", params: { count: 2 } });
    expect((await adminPerson(county.as("admin"), { personId })).leadsOpen).toBe(2);
  });

  it("cannot leave while sessions and town halls expect them; the refusal says how many and when first", async () => {
    const personId = county.people.mediator2 ?? "";
    const dispute = await bookable(county);
    const { sessionId } = await booked(county, dispute, { startsAt: inDays(12, "10:00"), personIds: [personId] });
    const days = {
      weekday: weekdayOf(inDays(10).slice(0, 10)),
      fromDay: inDays(10).slice(0, 10),
      untilDay: inDays(10).slice(0, 10),
    };
    const { townHallId } = await planTownHall(
      county.as("mediator"),
      planTownHallInput.parse({
        title: "夜话",
        roomId: county.rooms[roomTwo],
        chairId: personId,
        time: "09:00",
        minutes: 60,
        ...days,
      }),
    );
    const leave = () => disablePerson(admin(), { personId, reason });
    await expect(leave()).rejects.toMatchObject({
      code: "stillExpected",
      params: { count: 2, first: Date.parse(inDays(10, "09:00")) },
    });
    await cancelTownHall(county.as("mediator"), { townHallId });
    await expect(leave()).rejects.toMatchObject({ code: "stillExpected", params: { count: 1 } });
    const cancel = { disputeId: dispute.disputeId, sessionId, sessionVersion: 1, reason: "改期" };
    await cancelSession(county.as("mediator"), cancelSessionInput.parse(cancel));
    await leave();
    await enablePerson(admin(), { personId });
  });

  it("may not disable themselves or take their own role away", async () => {
    const personId = county.people.admin ?? "";
    expect(await refusedWith(disablePerson(admin(), { personId, reason }))).toBe("notYourself");
    expect(
      await refusedWith(
        amendPerson(admin(), { ...filled({ name: "陆远", role: "county" }), personId, personVersion: 1 }),
      ),
    ).toBe("notYourself");
  });

  it("are changed by the administrator alone", async () => {
    const personId = county.people.officer ?? "";
    expect(await refusedWith(createPerson(county.as("head"), filled({ name: "辛", role: "county" })))).toBe(
      "forbidden",
    );
    expect(
      await refusedWith(
        amendPerson(county.as("head"), { ...filled({ name: "辛", role: "county" }), personId, personVersion: 1 }),
      ),
    ).toBe("forbidden");
    expect(await refusedWith(disablePerson(county.as("head"), { personId, reason }))).toBe("forbidden");
    expect(await refusedWith(enablePerson(county.as("head"), { personId }))).toBe("forbidden");
  });

  it("of another county are not found", async () => {
    const other = await testCounty(["DG"]);
    expect(await refusedWith(disablePerson(admin(), { personId: other.people.officer3 ?? "", reason }))).toBe(
      "notFound",
    );
    const page = await adminPeople(county.as("admin"), {
      q: "",
      role: null,
      stationId: null,
      state: "inOffice",
      after: null,
    });
    expect(page.rows.map((row) => row.id)).not.toContain(other.people.officer3);
  });
});
