import type { Guest, PartyTime, SolverInput, WantedRoom, WeekHours } from "../../convening/parts/solver-input";
import { instantOfDay, minutesOfTime, numberOfDay } from "../../convening/parts/wall-clock";

/** Fixed instances, small enough to be solved by hand. All in the week of Monday, 23 November 2026. */
const at = (day: string, time: string) => instantOfDay(numberOfDay(day), minutesOfTime(time));
const weekdays = [1, 2, 3, 4, 5];
const officeHours: WeekHours[] = weekdays.map((weekday) => ({ weekday, from: 510, until: 1080, mood: "free" }));
const guest = (id: string, over: Partial<Guest> = {}): Guest => ({ id, week: officeHours, busy: [], ...over });
const must = (id: string, over: Partial<Guest> = {}) => ({ ...guest(id, over), isRequired: true });
const may = (id: string, over: Partial<Guest> = {}) => ({ ...guest(id, over), isRequired: false });
const busyOn = (day: string, from: string, to: string, pointId: string | null = null) => ({
  from: at(day, from),
  to: at(day, to),
  pointId,
});
const everyDay = (kind: PartyTime["kind"], from: string, until: string): PartyTime => ({
  kind,
  weekday: null,
  fromDay: null,
  untilDay: null,
  from: minutesOfTime(from),
  until: minutesOfTime(until),
});
const room = (id: string, over: Partial<WantedRoom> = {}): WantedRoom => ({
  id,
  pointId: "station",
  seats: 12,
  hours: weekdays.map((weekday) => ({ weekday, opens: 540, closes: 1080 })),
  busy: [],
  ...over,
});
const base: SolverInput = {
  guests: [must("mediator")],
  groups: [],
  parties: [],
  rooms: [room("one")],
  from: at("2026-11-24", "09:00"),
  until: at("2026-11-28", "00:00"),
  minutes: 90,
  step: 30,
  closedDays: new Set(),
  workedDays: new Set(),
  travelMinutes: 30,
  seatsNeeded: 4,
};

export const instances = {
  /** A contractor who comes only in the afternoon, a court clerk free on Thursday alone. */
  afternoonsOnly: {
    ...base,
    guests: [
      must("mediator"),
      must("clerk", { week: [{ weekday: 4, from: 510, until: 1080, mood: "free" }] }),
      may("enforcement", { busy: [busyOn("2026-11-26", "14:00", "16:00")] }),
    ],
    parties: [
      { id: "owner", isRequired: true, times: [everyDay("reluctant", "16:00", "18:00")] },
      { id: "contractor", isRequired: true, times: [everyDay("only", "13:00", "18:00")] },
    ],
  },
  /**
   * Two parties who are never free together: one comes only in the morning, one only in the afternoon. One must become
   * optional.
   */
  neverTogether: {
    ...base,
    parties: [
      { id: "mornings", isRequired: true, times: [everyDay("only", "08:00", "12:00")] },
      { id: "afternoons", isRequired: true, times: [everyDay("only", "13:00", "18:00")] },
    ],
  },
  /** Any one of two lawyers; one is in court until noon on the other side of town. */
  anyLawyer: {
    ...base,
    until: at("2026-11-25", "00:00"),
    groups: [
      {
        id: "lawyer",
        seats: 1,
        isRequired: true,
        members: [
          guest("away", { busy: [busyOn("2026-11-24", "08:00", "18:00")] }),
          guest("inCourt", { busy: [busyOn("2026-11-24", "09:00", "12:00", "court")] }),
        ],
      },
    ],
  },
  /** Thursday is a holiday; the large room is taken all Wednesday; the small one is too small. */
  holidayAndRooms: {
    ...base,
    from: at("2026-11-25", "00:00"),
    until: at("2026-11-27", "00:00"),
    rooms: [room("large", { busy: [busyOn("2026-11-25", "08:00", "20:00")] }), room("small", { seats: 3 })],
    closedDays: new Set([numberOfDay("2026-11-26")]),
  },
} as const satisfies Record<string, SolverInput>;
