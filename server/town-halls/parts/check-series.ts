import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { people } from "@/db/schema/people";
import type { Role } from "@/db/vocabulary";
import type { PersonActor } from "../../kernel/actor";
import { conflict, invalid } from "../../kernel/problem";
import { addDays, dayOf, instantOf, weekdayOf } from "../../kernel/shanghai";
import { type BookableRoom, bookableRoom, requireOpen } from "../../slots/bookable-room";
import type { SeriesDatesInput } from "../inputs";

/** Refusals of an hour that leave out a date of a series. */
export const reasonsAgainst = ["roomTaken", "personTaken", "personAway", "personTooFar"] as const;

/** A date the series leaves out, and why. `name` is who or what is taken or away; "" for a holiday. */
export interface LeftOut {
  day: string;
  why: "holiday" | "past" | (typeof reasonsAgainst)[number];
  name: string;
}

/** Who may chair a town hall: staff of the station. */
export const chairRoles: readonly Role[] = ["mediator", "committeeHead", "officer", "stationHead"];

const longestDays = 366;

/** The span of one meeting on a day. */
export function meetingSpan({ time, minutes }: { time: string; minutes: number }, day: string) {
  const from = instantOf(day, time);
  return { from, to: new Date(from.getTime() + minutes * 60_000) };
}

/** Refuses a chair who is not of the actor's station or has left. */
export async function requireChair(tx: Tx, actor: PersonActor, chairId: string): Promise<{ name: string }> {
  const [chair] = await tx
    .select({ name: people.name, stationId: people.stationId })
    .from(people)
    .where(
      and(
        eq(people.countyId, actor.countyId),
        eq(people.id, chairId),
        inArray(people.role, [...chairRoles]),
        isNull(people.disabledAt),
      ),
    );
  if (!chair || !actor.stationId || chair.stationId !== actor.stationId) throw invalid("chairFromElsewhere");
  return chair;
}

/** The series' room. Refuses past days, a series of more than a year, a chair of another station, and a closed room. */
export async function checkSeries(
  tx: Tx,
  actor: PersonActor,
  input: SeriesDatesInput,
  now: Date,
): Promise<{ room: BookableRoom }> {
  if (input.fromDay < dayOf(now)) throw conflict("townHallInPast");
  if (input.untilDay > addDays(input.fromDay, longestDays)) throw conflict("townHallTooLong", { days: longestDays });
  await requireChair(tx, actor, input.chairId);
  const room = await bookableRoom(tx, actor.countyId, input.roomId);
  const shift = (input.weekday - weekdayOf(input.fromDay) + 7) % 7;
  requireOpen(room, meetingSpan(input, addDays(input.fromDay, shift)));
  return { room };
}
