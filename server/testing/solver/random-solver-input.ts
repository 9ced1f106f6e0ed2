import fc from "fast-check";
import type {
  Busy,
  Guest,
  PartyTime,
  SolverInput,
  WantedParty,
  WantedRoom,
  WeekHours,
} from "../../convening/parts/solver-input";
import { instantOfDay, numberOfDay } from "../../convening/parts/wall-clock";

/** A Thursday, so that the four days after it contain a weekend, some of it worked. */
const first = numberOfDay("2026-11-26");
const weekday = fc.constantFrom(4, 5, 6, 7, 1);
const points = ["here", "there"];
const quarter = (from: number, to: number) => fc.integer({ min: from / 15, max: to / 15 }).map((n) => n * 15);
const hours = fc
  .tuple(quarter(480, 1140), quarter(30, 480))
  .map(([from, length]) => ({ from, until: Math.min(from + length, 1320) }));
const day = fc.integer({ min: 0, max: 3 });

const busy: fc.Arbitrary<Busy> = fc
  .record({ away: day, at: hours, pointId: fc.constantFrom(null, ...points) })
  .map(({ away, at, pointId }) => ({
    from: instantOfDay(first + away, at.from),
    to: instantOfDay(first + away, at.until),
    pointId,
  }));
const weekHours: fc.Arbitrary<WeekHours> = fc
  .record({
    weekday,
    at: hours,
    mood: fc.constantFrom("free" as const, "reluctant" as const),
  })
  .map(({ weekday: each, at, mood }) => ({ weekday: each, from: at.from, until: at.until, mood }));
const generous: readonly WeekHours[] = [1, 2, 3, 4, 5, 6, 7].map((each) => ({
  weekday: each,
  from: 480,
  until: 1200,
  mood: "free",
}));
const week = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: fc.constant(generous) },
  { weight: 3, arbitrary: fc.array(weekHours, { minLength: 1, maxLength: 9 }) },
);
const guest = (id: string): fc.Arbitrary<Guest> =>
  fc.record({ id: fc.constant(id), week, busy: fc.array(busy, { maxLength: 4 }) });
const named = <T>(prefix: string, make: (id: string) => fc.Arbitrary<T>, min: number, max: number): fc.Arbitrary<T[]> =>
  fc.integer({ min, max }).chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => make(`${prefix}${i}`))));

const partyTime: fc.Arbitrary<PartyTime> = fc
  .record({
    kind: fc.constantFrom("cannot" as const, "reluctant" as const, "only" as const),
    weekday: fc.option(weekday),
    fromDay: fc.option(day),
    untilDay: fc.option(day),
    at: hours,
  })
  .map(({ kind, weekday: each, fromDay, untilDay, at }) => ({
    kind,
    weekday: each,
    fromDay: fromDay === null ? null : first + fromDay,
    untilDay: untilDay === null ? null : first + untilDay,
    from: at.from,
    until: at.until,
  }));
const party = (id: string): fc.Arbitrary<WantedParty> =>
  fc.record({ id: fc.constant(id), isRequired: fc.boolean(), times: fc.array(partyTime, { maxLength: 3 }) });
const room = (id: string): fc.Arbitrary<WantedRoom> =>
  fc.record({
    id: fc.constant(id),
    pointId: fc.constantFrom(...points),
    seats: fc.integer({ min: 4, max: 12 }),
    hours: fc.uniqueArray(
      fc
        .record({ weekday, at: hours })
        .map(({ weekday: each, at }) => ({ weekday: each, opens: at.from, closes: at.until })),
      { selector: (open) => open.weekday, minLength: 1, maxLength: 5 },
    ),
    busy: fc.array(
      busy.map(({ from, to }) => ({ from, to })),
      { maxLength: 3 },
    ),
  });

/** Small instances that together use every feature of the solver; about a third have no solution. */
export const randomSolverInput: fc.Arbitrary<SolverInput> = fc
  .record({
    guests: named("g", (id) => fc.record({ who: guest(id), isRequired: fc.boolean() }), 1, 4),
    groups: named(
      "t",
      (id) =>
        fc.record({
          id: fc.constant(id),
          seats: fc.integer({ min: 1, max: 2 }),
          isRequired: fc.boolean(),
          members: named(`${id}m`, guest, 1, 3),
        }),
      0,
      2,
    ),
    parties: named("p", party, 0, 3),
    rooms: named("r", room, 1, 3),
    from: quarter(480, 1080),
    days: fc.integer({ min: 1, max: 4 }),
    minutes: fc.constantFrom(30, 60, 90, 120),
    closed: fc.array(day, { maxLength: 1 }),
    worked: fc.array(fc.constantFrom(2, 3), { maxLength: 2 }),
    travelMinutes: fc.constantFrom(0, 15, 30, 45),
    seatsNeeded: fc.integer({ min: 3, max: 7 }),
  })
  .map(({ guests, from, days, closed, worked, ...rest }) => ({
    ...rest,
    guests: guests.map(({ who, isRequired }) => ({ ...who, isRequired })),
    from: instantOfDay(first, from),
    until: instantOfDay(first + days, 0),
    step: 30,
    closedDays: new Set(closed.map((away) => first + away)),
    workedDays: new Set(worked.map((away) => first + away)),
  }));
