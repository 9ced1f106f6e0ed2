import { type ActContext, actAs } from "@/server/kernel/context";
import { type SeededCounty, seededActor } from "../county";

/** The demo county with a way to act as any of its people at any past time. */
export interface DemoCounty extends SeededCounty {
  as(username: string, at: Date): ActContext;
}

export const demoCounty = (county: SeededCounty): DemoCounty => ({
  ...county,
  as: (username, at) => actAs(seededActor(county, username), at),
});

/** `days` before now at a Shanghai wall-clock hour. */
export function daysAgo(days: number, time = "10:00"): Date {
  const day = new Date(Date.now() - days * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });
  return new Date(`${day}T${time}:00+08:00`);
}
