import * as z from "zod";
import { calendarDay } from "../disputes/inputs";
import { words } from "../kernel/words";

/** The user's own name for it, such as the phone or the screen in the hall. */
const label = words(60).default("");

export const makeOwnFeedInput = z.strictObject({ label });
export type MakeOwnFeedInput = z.output<typeof makeOwnFeedInput>;

export const makeRoomFeedInput = z.strictObject({ roomId: z.uuid(), label });
export type MakeRoomFeedInput = z.output<typeof makeRoomFeedInput>;

export const feedIdInput = z.strictObject({ feedId: z.uuid() });
export type FeedIdInput = z.output<typeof feedIdInput>;

/** The booking that is being moved, and the days (Shanghai) among which its new hour is sought. */
export const moveCheckInput = z
  .strictObject({
    bookingId: z.uuid(),
    /** Whose session it is; absent for a town hall. */
    disputeId: z.uuid().optional(),
    from: calendarDay,
    to: calendarDay,
  })
  .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) <= 41 * 86_400_000);
export type MoveCheckInput = z.output<typeof moveCheckInput>;
