import { beforeAll, describe, expect, it } from "vitest";
import { weeklyHoursInput } from "../../availability/inputs";
import { setWeeklyHours } from "../../availability/set-weekly-hours";
import { invited, joined } from "../../testing/convening";
import { type TestCounty, testCounty } from "../../testing/county";
import { acceptedDispute } from "../../testing/disputes";
import { noHolidays } from "../../testing/no-holidays";
import { refusedWith } from "../../testing/refused";
import { bookable, booked, convening, inDays, invitee } from "../../testing/sessions";
import { conveneSession } from "../convene-session";
import { planInput } from "../inputs";
import { plan } from "./plan";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
  await noHolidays(county);
});

const planned = (dispute: { disputeId: string }, over: object = {}) =>
  plan(county.as("mediator"), planInput.parse({ disputeId: dispute.disputeId, ...over }));
type Plan = Awaited<ReturnType<typeof planned>>;
const ticked = (found: Plan) =>
  found.attendees.filter((one) => one.isTicked).map((one) => `${one.name} ${one.standing}`);
const idsOf = (found: Plan) => found.attendees.filter((one) => one.isTicked).map((one) => one.personId);
const choiceOf = (found: Plan, over: { personIds?: string[]; parts?: object[] } = {}) => ({
  partyIds: found.parties.map((party) => party.id),
  personIds: idsOf(found),
  parts: found.parts.map(({ forceCode, part }) => ({ forceCode, part })),
  ...over,
});

describe("what the convening page knows", () => {
  it("ticks the lead, everyone who has joined or was asked, and the panel's best of each wanted force", async () => {
    const dispute = await bookable(county);
    await joined(county, dispute, "cadre");
    await invited(county, dispute, "lawyer");
    const found = await planned(dispute);
    expect(ticked(found)).toEqual(expect.arrayContaining(["沈静 lead", "吴秀英 joined", "林晓岚 asked"]));
    const codes = found.attendees.filter((one) => one.isTicked && one.forceCode).map((one) => one.forceCode);
    for (const { forceCode } of found.parts) expect(codes).toContain(forceCode);
    expect(found.slots.length).toBeGreaterThan(0);
    expect(found.fits).toBe(true);
    expect(found.slots[0]?.blockers).toEqual([]);
    expect(Date.parse(found.slots[0]?.answerBy ?? "")).toBeLessThan(Date.parse(found.slots[0]?.heldUntil ?? ""));
  });

  it("needs only one of two people of a force, and ignores people who are not ticked", async () => {
    const dispute = await bookable(county);
    const first = await planned(dispute);
    const both = [county.people.lawyer ?? "", county.people.lawyer2 ?? ""];
    const personIds = [...new Set([...idsOf(first), ...both])];
    const any = await planned(dispute, {
      choice: choiceOf(first, { personIds, parts: [{ forceCode: "lawyer", part: "any" }] }),
    });
    expect(any.parts.find((one) => one.forceCode === "lawyer")).toEqual({ forceCode: "lawyer", part: "any", seats: 1 });
    const none = await planned(dispute, { choice: choiceOf(first, { personIds: [], parts: [] }) });
    expect(ticked(none)).toEqual(["沈静 lead"]);
    expect(none.parts).toEqual([]);
    // Those left out are still shown with what is known of them.
    expect(none.slots[0]?.presence[county.people.lawyer ?? ""]).toBe("unknown");
  });

  it("respects usual weeks and taken hours, and names who prevents most hours", async () => {
    const dispute = await bookable(county);
    const week = [{ weekday: 4, from: "14:00", until: "16:00" }];
    await setWeeklyHours(county.as("judge3"), weeklyHoursInput.parse({ week, weekSeen: [] }));
    const first = await planned(dispute);
    const judge = county.people.judge3 ?? "";
    const personIds = [
      ...idsOf(first).filter((id) => ![county.people.judge, county.people.judge2].includes(id)),
      judge,
    ];
    const must = { personIds, parts: [{ forceCode: "courtStaff", part: "all" }] };
    const found = await planned(dispute, { choice: choiceOf(first, must) });
    expect(found.fits).toBe(true);
    for (const slot of found.slots) {
      const clock = new Date(slot.startsAt).toLocaleString("sv-SE", { timeZone: "Asia/Shanghai" });
      expect(new Date(clock.slice(0, 10)).getUTCDay()).toBe(4);
      expect(clock.slice(11, 16) >= "14:00").toBe(true);
    }
    expect(found.removals[0]).toMatchObject({ who: { kind: "guest", id: judge } });
    expect(found.relaxations[0]?.who).toEqual({ kind: "guest", id: judge });
  });

  it("does not count its own held hour as taken, and shows it", async () => {
    const dispute = await bookable(county);
    const startsAt = inDays(5, "09:30");
    await conveneSession(
      county.as("mediator"),
      await convening(county, dispute, {
        startsAt,
        invitees: [invitee(county, "property")],
        needs: [{ forceCode: "propertyManager", seats: 1, isRequired: true }],
      }),
    );
    const found = await planned(dispute, { fromDay: startsAt.slice(0, 10), days: 1 });
    expect(found.held).toMatchObject({ room: "驻所调解室一" });
    const stranger = await bookable(county);
    await booked(county, stranger, { startsAt: inDays(6, "09:00") });
    const lead = found.slots.map((slot) => slot.presence[county.people.mediator ?? ""]);
    // They told no week, so that nobody knows; "cannot" if their own hold counted.
    expect(new Set(lead)).toEqual(new Set(["unknown"]));
  });

  it("offers no room that is too small, and none outside its hours", async () => {
    const dispute = await bookable(county);
    const found = await planned(dispute, { mode: "onSite" });
    const heads = found.parties.length + ticked(found).length;
    for (const slot of found.slots) expect(slot.room.seats).toBeGreaterThanOrEqual(heads);
  });

  it("shows what is missing before anybody may be asked", async () => {
    const dispute = await acceptedDispute(county);
    const found = await planned(dispute);
    expect(found.checks).toMatchObject({ noticed: 0, unconsented: 2, refused: false });
    expect(found.attendees.filter((one) => one.isTicked).map((one) => one.standing)).toEqual(["lead"]);
    expect(found.checks.unasked.length).toBeGreaterThan(0);
  });

  it("is shown to the lead only", async () => {
    const dispute = await bookable(county);
    const read = (username: string) =>
      refusedWith(plan(county.as(username), planInput.parse({ disputeId: dispute.disputeId })));
    expect(await read("mediator2")).toBe("forbidden");
    expect(await read("lawyer")).toBe("notFound");
    expect(await read("mediator3")).toBe("notFound");
  });
});
