import { beforeAll, describe, expect, it } from "vitest";
import { type TestCounty, testCounty } from "../../testing/county";
import { deskState, runningSession } from "../../testing/desk";
import { refusedWith } from "../../testing/refused";

let county: TestCounty;
let desk: Awaited<ReturnType<typeof runningSession>>;
beforeAll(async () => {
  county = await testCounty();
  desk = await runningSession(county);
});

describe("the desk", () => {
  it("shows its lead the session, people, sides and allowed acts", async () => {
    const state = await deskState(county, desk);
    expect(state).toMatchObject({
      title: "装修承重墙纠纷",
      session: { id: desk.sessionId, ordinal: 1, kind: "joint", status: "booked", startedAt: null, agenda: "" },
      cards: [],
      polls: [],
      statements: [],
      files: [],
    });
    expect(state.people.filter((person) => person.isLead).map((person) => person.name)).toEqual(["沈静"]);
    expect(state.sides.length).toBeGreaterThanOrEqual(2);
    expect(state.allowed).toContain("session.start");
  });

  it("is not found by others than the lead, nor for a session of another dispute", async () => {
    const other = await runningSession(county);
    expect(await refusedWith(deskState(county, { ...desk, sessionId: other.sessionId }))).toBe("notFound");
    for (const username of ["mediator2", "committee", "officer", "head"])
      expect(await refusedWith(deskState(county, desk, username)), username).toBe("forbidden");
    for (const username of ["mediator3", "lawyer", "admin"])
      expect(await refusedWith(deskState(county, desk, username)), username).toBe("notFound");
  });
});
