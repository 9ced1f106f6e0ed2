import { instantOfDay, numberOfDay } from "@/server/convening/parts/wall-clock";
import type { Guest, WantedRoom, WeekHours, SolverInput } from "@/server/convening/parts/solver-input";
import { solve } from "@/server/convening/parts/solve";

/** Measures the solver alone: `npm run bench`. Prints a table and one line of JSON. */
const monday = numberOfDay("2026-11-23");
let seed = 20261123;
/** Park–Miller: the same instances every time. */
function chance(): number {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed / 2_147_483_647;
}
const upTo = (n: number) => Math.floor(chance() * n);

const week: WeekHours[] = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, from: 510, until: 720, mood: "free" as const },
  { weekday, from: 840, until: 1080, mood: chance() < 0.8 ? ("free" as const) : ("reluctant" as const) },
]);
function guest(id: string, busyPerDay: number, days: number): Guest {
  const busy = Array.from({ length: Math.round(busyPerDay * days) }, () => {
    const from = instantOfDay(monday + upTo(days), 480 + upTo(20) * 30);
    return { from, to: from + 90 * 60_000, pointId: chance() < 0.5 ? "here" : "there" };
  });
  return { id, week: chance() < 0.2 ? null : week, busy };
}
function room(id: string, days: number): WantedRoom {
  const hours = [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opens: 480, closes: 1260 }));
  return { id, pointId: chance() < 0.5 ? "here" : "there", seats: 12, hours, busy: guest(id, 2, days).busy };
}
function solverInput(size: { required: number; optional: number; parties: number; rooms: number; days: number; busy: number }): SolverInput {
  const named = (prefix: string, n: number) => Array.from({ length: n }, (_, i) => `${prefix}${i}`);
  return {
    guests: [
      ...named("must", size.required).map((id) => ({ ...guest(id, size.busy, size.days), isRequired: true })),
      ...named("may", size.optional).map((id) => ({ ...guest(id, size.busy, size.days), isRequired: false })),
    ],
    groups: [{ id: "lawyer", seats: 1, isRequired: true, members: named("lawyer", 3).map((id) => guest(id, size.busy, size.days)) }],
    parties: named("party", size.parties).map((id) => ({
      id,
      isRequired: true,
      times: [
        { kind: "only" as const, weekday: null, fromDay: null, untilDay: null, from: 780, until: 1260 },
        { kind: "cannot" as const, weekday: 1 + upTo(5), fromDay: null, untilDay: null, from: 480, until: 1080 },
      ],
    })),
    rooms: named("room", size.rooms).map((id) => room(id, size.days)),
    from: instantOfDay(monday, 540),
    until: instantOfDay(monday + size.days, 0),
    minutes: 90,
    step: 30,
    closedDays: new Set(),
    workedDays: new Set(),
    travelMinutes: 30,
    seatsNeeded: 8,
  };
}

const cases = {
  "5 required, 2 optional, 3 parties, 2 rooms, 14 days": { required: 5, optional: 2, parties: 3, rooms: 2, days: 14, busy: 0.6 },
  "the same, crowded: nothing fits": { required: 5, optional: 2, parties: 3, rooms: 2, days: 14, busy: 5 },
  "10 required, 5 optional, 5 parties, 10 rooms, 60 days": { required: 10, optional: 5, parties: 5, rooms: 10, days: 60, busy: 1 },
};
const rounds = 200;
const rows = Object.entries(cases).map(([name, size]) => {
  const instances = Array.from({ length: rounds }, () => solverInput(size));
  const times = instances.map((instance) => {
    const before = performance.now();
    solve(instance);
    return performance.now() - before;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => Number((times[Math.min(rounds - 1, Math.floor(rounds * share))] ?? 0).toFixed(2));
  const answers = instances.map((instance) => solve(instance));
  return {
    name,
    medianMs: at(0.5),
    p95Ms: at(0.95),
    maxMs: at(1),
    startsTried: answers[0]?.tried ?? 0,
    withSolution: answers.filter(({ best }) => best.length > 0).length,
    instances: rounds,
  };
});
console.table(rows);
process.stdout.write(`${JSON.stringify({ bench: "solver", node: process.version, rows })}\n`);
