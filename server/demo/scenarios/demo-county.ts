import { type ActContext, actAs } from "@/server/kernel/context";
import { type SeededCounty, seededActor } from "../county";
import { onDay } from "./clock";
import { NotYet } from "./not-yet";

/** The demo county at one moment, with a way to act as any of its people before or at it. */
export interface DemoCounty extends SeededCounty {
  /** The moment at which the demo is told; every time in it is counted from here. */
  now: Date;
  as(username: string, at: Date): ActContext;
  /** `days` before `now`, at an hour of the day in Shanghai; ten in the morning unless another is given. */
  daysAgo(days: number, time?: string): Date;
}

export const demoCounty = (county: SeededCounty, now: Date): DemoCounty => ({
  ...county,
  now,
  as: (username, at) => {
    if (at > now) throw new NotYet(`${username} would act at ${at.toISOString()}`);
    return actAs(seededActor(county, username), at);
  },
  daysAgo: (days, time = "10:00") => onDay(now, -days, time),
});
