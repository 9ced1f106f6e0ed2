import type { AbsenceKind } from "@/db/vocabulary";
import { markAbsenceInput } from "../../availability/inputs";
import { markAbsence } from "../../availability/mark-absence";
import { onDay } from "./clock";
import type { DemoCounty } from "./demo-county";

interface Away {
  who: string;
  kind: AbsenceKind;
  from: readonly [day: number, time: string];
  to: readonly [day: number, time: string];
  note?: string;
}

const absences: readonly Away[] = [
  { who: "judge", kind: "court", from: [6, "08:30"], to: [6, "12:00"] },
  { who: "judge", kind: "court", from: [13, "08:30"], to: [13, "17:30"] },
  { who: "judge2", kind: "court", from: [7, "14:00"], to: [7, "17:00"] },
  { who: "enforcement2", kind: "leave", from: [2, "00:00"], to: [6, "00:00"], note: "年休假" },
  { who: "justice", kind: "blocked", from: [3, "14:00"], to: [3, "17:30"], note: "所里学习" },
  { who: "mediator2", kind: "leave", from: [9, "00:00"], to: [11, "00:00"], note: "陪老人复查" },
];

/** Judges sit in court, some are on leave; each has entered it themselves, days from today. */
export async function daysAway(demo: DemoCounty): Promise<void> {
  const { now } = demo;
  for (const { who, kind, from, to, note = "" } of absences) {
    const span = { from: onDay(now, ...from).toISOString(), to: onDay(now, ...to).toISOString() };
    await markAbsence(demo.as(who, now), markAbsenceInput.parse({ kind, ...span, note }));
  }
}
