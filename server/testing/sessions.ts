import { sql } from "drizzle-orm";
import type { RegisterDisputeInput } from "../disputes/inputs";
import { addDays, dayOf, instantOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { bookSession } from "../sessions/book-session";
import { type BookSessionInput, bookSessionInput } from "../sessions/inputs";
import { ofDispute } from "../sessions/queries";
import { consented, partiesOf } from "./convening";
import type { TestCounty } from "./county";
import { acceptedDispute } from "./disputes";

export const roomOne = "柳湾派出所调解室 驻所调解室一";
export const roomTwo = "柳湾派出所调解室 驻所调解室二";

/** `days` from today at a Shanghai wall-clock time, as ISO text. */
export const inDays = (days: number, time = "14:30"): string =>
  instantOf(addDays(dayOf(new Date()), days), time).toISOString();

/** A dispute whose parties agreed to mediation: a session may be booked. */
export async function bookable(county: TestCounty, over: Partial<RegisterDisputeInput> = {}) {
  const dispute = await acceptedDispute(county, over);
  await consented(county, dispute);
  return dispute;
}

/** A filled-in booking form with every party ticked. */
export async function booking(
  county: TestCounty,
  dispute: { disputeId: string },
  over: Partial<BookSessionInput> = {},
): Promise<BookSessionInput> {
  const partyIds = (await partiesOf(county, dispute)).map((party) => party.id);
  return bookSessionInput.parse({
    disputeId: dispute.disputeId,
    kind: "joint",
    startsAt: inDays(3),
    minutes: 90,
    roomId: county.rooms[roomOne],
    partyIds,
    ...over,
  });
}

/** Books a session as the demo mediator, acting at `now`. */
export async function booked(
  county: TestCounty,
  dispute: { disputeId: string },
  over: Partial<BookSessionInput> = {},
  now?: Date,
) {
  return bookSession(county.as("mediator", now ? { now } : {}), await booking(county, dispute, over));
}

/** The sessions tab as the demo mediator sees it. */
export const deskOf = (county: TestCounty, { disputeId }: { disputeId: string }) =>
  ofDispute(county.actor("mediator"), { disputeId });

/** Slots left of a session. */
export async function slotsOf(county: TestCounty, sessionId: string): Promise<number> {
  const rows = await asActor(county.actor("mediator"), (tx) =>
    tx.execute(sql`select 1 from slots where session_id = ${sessionId}::uuid`),
  );
  return rows.length;
}
