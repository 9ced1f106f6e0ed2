import { describe, expect, it } from "vitest";
import { asChosen, type Choice, choiceOf, namedIdsOf, needsOf, type Plan, roughNeedsOf, withNextPart } from "./choice";

const attendee = (personId: string, forceCode: string | null, over = {}) => ({
  personId,
  name: personId,
  post: "",
  forceCode,
  standing: "suggested",
  isEligible: true,
  isTicked: true,
  isShown: true,
  isNamed: false,
  hindrance: null,
  ...over,
});
const plan = {
  parties: [],
  attendees: [
    attendee("lead", null, { standing: "lead" }),
    attendee("li", "villageCadre"),
    attendee("chen", "lawyer"),
    attendee("wu", "lawyer"),
  ],
  parts: [
    { forceCode: "villageCadre", part: "all", seats: 1 },
    { forceCode: "lawyer", part: "any", seats: 1 },
  ],
} as unknown as Plan;
const hour = { presence: {}, blockers: [] } as unknown as Plan["slots"][number];
const li = plan.attendees[1] as Plan["attendees"][number];
const chen = plan.attendees[2] as Plan["attendees"][number];
const pressed = (times: number, one: Plan["attendees"][number]): Choice =>
  Array.from({ length: times }).reduce<Choice>((choice) => withNextPart(choice, plan, one), choiceOf(plan));
const partsOf = (choice: Choice) => Object.fromEntries(choice.parts.map((one) => [one.forceCode, one.part]));

describe("the next requirement, press by press", () => {
  it("goes from needed over optional to in person and back, also when pressed faster than the plan answers", () => {
    expect(partsOf(pressed(1, li)).villageCadre).toBe("optional");
    expect(pressed(2, li).namedIds).toEqual(["li"]);
    expect(pressed(3, li)).toMatchObject({ namedIds: [] });
    expect(partsOf(pressed(3, li)).villageCadre).toBe("all");
  });

  it("offers any of them where there are several, and names one without touching the others", () => {
    expect(partsOf(pressed(1, chen)).lawyer).toBe("optional");
    expect(pressed(2, chen).namedIds).toEqual(["chen"]);
    expect(partsOf(pressed(4, chen)).lawyer).toBe("any");
  });

  it("is shown before the hours are reckoned", () => {
    const shown = asChosen(plan, pressed(2, li));
    expect(shown.attendees.find((one) => one.personId === "li")?.isNamed).toBe(true);
    expect(shown.attendees.find((one) => one.personId === "lead")?.isTicked).toBe(true);
  });
});

describe("what is sent", () => {
  const bound = {
    ...plan,
    attendees: plan.attendees.map((one) => (one.personId === "li" ? { ...one, isNamed: true } : one)),
    parts: plan.parts.filter((one) => one.forceCode === "lawyer"),
  } as Plan;

  it("is any one lawyer and the village head themselves", () => {
    expect(needsOf(bound, hour)).toEqual([{ forceCode: "lawyer", seats: 1, isRequired: true }]);
    expect(namedIdsOf(bound)).toEqual(["li"]);
  });

  it("counts one who must come in person for their force as well, so that a colleague needed beside them is one more", () => {
    const both = {
      ...bound,
      attendees: bound.attendees.map((one) => (one.personId === "chen" ? { ...one, isNamed: true } : one)),
    } as Plan;
    expect(needsOf(both, hour)).toEqual([{ forceCode: "lawyer", seats: 2, isRequired: true }]);
  });

  it("is told by forces alone while nobody is asked", () => {
    expect(roughNeedsOf(bound, hour)).toContainEqual({ forceCode: "villageCadre", seats: 1, isRequired: true });
  });
});
