import { and, eq } from "drizzle-orm";
import { importedBusy, importedCalendars } from "@/db/schema/availability";
import { systemActor } from "../kernel/actor";
import { newId } from "../kernel/ids";
import { dayOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { busyInBounds } from "./parts/busy-in-bounds";
import { fetchCalendar, UnreadCalendar } from "./parts/fetch-calendar";

const chunk = 500;

/** Day of the last full reading, then the server's ETag: each new day needs a full reading, since the window moved on. */
const remembered = (now: Date, etag: string) => (etag ? `${dayOf(now)} ${etag}` : "");
const usable = (now: Date, kept: string) => (kept.startsWith(`${dayOf(now)} `) ? kept.slice(11) : "");

/**
 * Reads one imported calendar and replaces all its busy times, or none. When it cannot be read, the earlier busy times
 * stay and the reason is stored. A calendar removed meanwhile is ignored.
 */
export async function readCalendar(
  { countyId, calendarId }: { countyId: string; calendarId: string },
  now: Date,
): Promise<void> {
  const actor = systemActor(countyId, "readCalendar");
  const own = and(eq(importedCalendars.countyId, countyId), eq(importedCalendars.id, calendarId));
  const [calendar] = await asActor({ actor, now }, (tx) => tx.select().from(importedCalendars).where(own));
  if (!calendar) return;
  // Not inside a transaction: the remote server may be slow.
  const read = await fetchCalendar(calendar.address, usable(now, calendar.etag))
    .then(async (got) => (got.isUnchanged ? null : { ...(await busyInBounds(got.text, now)), etag: got.etag }))
    .catch((error: unknown) => {
      if (error instanceof UnreadCalendar) return error;
      throw error;
    });
  await asActor({ actor, now }, async (tx) => {
    const [still] = await tx.select({ id: importedCalendars.id }).from(importedCalendars).where(own).for("update");
    if (!still) return;
    if (read instanceof UnreadCalendar) {
      await tx.update(importedCalendars).set({ problem: read.problem }).where(own);
      return;
    }
    if (!read) {
      await tx.update(importedCalendars).set({ readAt: now }).where(own);
      return;
    }
    await tx
      .delete(importedBusy)
      .where(and(eq(importedBusy.countyId, countyId), eq(importedBusy.calendarId, calendarId)));
    const rows = read.spans.map(({ from, to }) => ({
      countyId,
      id: newId(now),
      calendarId,
      personId: calendar.personId,
      during: `[${from.toISOString()},${to.toISOString()})`,
    }));
    for (let i = 0; i < rows.length; i += chunk) await tx.insert(importedBusy).values(rows.slice(i, i + chunk));
    await tx
      .update(importedCalendars)
      .set({
        readAt: now,
        etag: remembered(now, read.etag),
        problem: read.unread.length > 0 ? "partly" : "",
        unread: read.unread,
      })
      .where(own);
  });
}
