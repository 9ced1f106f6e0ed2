import { and, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { parties } from "@/db/schema/parties";
import type { AvailabilityMood } from "@/db/vocabulary";
import { markAbsenceInput, weeklyHoursInput } from "../../availability/inputs";
import { markAbsence } from "../../availability/mark-absence";
import { setWeeklyHours } from "../../availability/set-weekly-hours";
import { partyTimeInput } from "../../convening/inputs";
import { recordPartyTime } from "../../convening/record-party-time";
import { onDay } from "./clock";
import type { DemoCounty } from "./demo-county";

type Span = readonly [from: string, until: string, mood?: AvailabilityMood];

const everyDay = (...spans: Span[]) =>
  [1, 2, 3, 4, 5].flatMap((weekday) => spans.map(([from, until, mood = "free"]) => ({ weekday, from, until, mood })));
const office = everyDay(["08:30", "12:00"], ["13:30", "17:30"]);

/** What helpers told of their usual week; those left out have told nothing yet. */
const weeks = {
  lawyer: [
    ...everyDay(["13:30", "18:00"]),
    ...[1, 3].map((weekday) => ({ weekday, from: "09:00", until: "12:00", mood: "reluctant" as const })),
  ],
  lawyer2: everyDay(["09:00", "12:00"], ["14:00", "19:00", "reluctant"]),
  // Court days are Monday and Wednesday mornings.
  judge2: [
    ...everyDay(["14:00", "17:30"]),
    ...[2, 4, 5].map((weekday) => ({ weekday, from: "09:00", until: "12:00", mood: "free" as const })),
  ],
  cadre: [
    ...office,
    ...[1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: "18:30", until: "21:00", mood: "reluctant" as const })),
  ],
  town: office,
  justice: office,
  property: everyDay(["14:00", "18:00"], ["09:00", "12:00", "reluctant"]),
  enforcement: [2, 4].flatMap((weekday) => [
    { weekday, from: "08:30", until: "12:00", mood: "free" as const },
    { weekday, from: "14:00", until: "17:30", mood: "free" as const },
  ]),
  surveyor: everyDay(["09:00", "17:00"]),
} as const;

/** Usual weeks of helpers, and one who is away for two days. */
export async function weeksOfHelpers(demo: DemoCounty): Promise<void> {
  for (const [username, week] of Object.entries(weeks)) {
    await setWeeklyHours(demo.as(username, demo.daysAgo(9)), weeklyHoursInput.parse({ week, weekSeen: [] }));
  }
  const from = onDay(demo.now, 4, "00:00");
  const to = onDay(demo.now, 6, "00:00");
  await markAbsence(
    demo.as("town", demo.daysAgo(1)),
    markAbsenceInput.parse({ kind: "leave", from: from.toISOString(), to: to.toISOString(), note: "陪家人看病" }),
  );
}

/** When the three sides of the dispute about the wall can come and why; only the lead of the proceeding reads it. */
export async function timesAtRiverside(demo: DemoCounty, disputeId: string): Promise<void> {
  const sides = await database()
    .select({ id: parties.id, side: parties.side })
    .from(parties)
    .where(and(eq(parties.countyId, demo.countyId), eq(parties.disputeId, disputeId)));
  const given = [
    { side: 1, kind: "cannot", weekday: 2, fromTime: "08:00", untilTime: "12:00", reason: "周二上午透析" },
    { side: 1, kind: "reluctant", weekday: 5, fromTime: "16:00", untilTime: "18:00", reason: "周五要接孙子" },
    { side: 2, kind: "reluctant", weekday: null, fromTime: "18:00", untilTime: "21:00", reason: "血压高，晚上累" },
    { side: 3, kind: "only", weekday: null, fromTime: "13:00", untilTime: "18:00", reason: "上午都在工地" },
  ] as const;
  for (const { side, ...time } of given) {
    const partyId = sides.find((one) => one.side === side)?.id;
    await recordPartyTime(
      demo.as("mediator", demo.daysAgo(2, "15:20")),
      partyTimeInput.parse({ disputeId, partyId, ...time }),
    );
  }
}
