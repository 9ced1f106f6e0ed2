import * as z from "zod";
import { disputeTypes, proceedingStatuses, riskLevels, sources, tracks } from "@/db/vocabulary";
import { instant, words } from "../../kernel/words";
import { listScopes } from "../choices";

/** What has been typed into intake so far. */
export const similarInput = z.strictObject({
  phones: z.array(words(30)).max(40),
  names: z.array(words(60)).max(40),
  place: words(120),
});
export const listDisputesInput = z.strictObject({
  scope: z.enum(listScopes).default("unarchived"),
  /** Where the newest proceeding stands; a dispute without one is "registered" or "notAccepted". */
  status: z
    .enum(["registered", "notAccepted", ...proceedingStatuses])
    .nullable()
    .default(null),
  risk: z.enum(riskLevels).nullable().default(null),
  source: z.enum(sources).nullable().default(null),
  type: z.enum(disputeTypes).nullable().default(null),
  /** Of the newest proceeding. */
  track: z.enum(tracks).nullable().default(null),
  /** Open, and led by this person. */
  lead: z.uuid().nullable().default(null),
  /** Open, with a next step that is late: of the proceeding of `lead` where one is named. */
  late: z.literal("yes").nullable().default(null),
  q: words(80).default(""),
  /** The last row already shown. */
  after: z.strictObject({ registeredAt: instant, id: z.uuid() }).nullable().default(null),
});
/** The newest unassigned calls, or these. */
export const looseCallsInput = z.strictObject({ callIds: z.array(z.uuid()).max(100).default([]) });
/** The list as it is filtered, as a sheet. */
export const exportListInput = listDisputesInput.omit({ after: true });
export const timelineInput = z.strictObject({ disputeId: z.uuid(), before: z.int().min(1).optional() });
/** The last row already shown of a list in the order of due times. */
export const dueCursor = z.strictObject({ dueAt: instant, key: z.uuid() }).nullable().default(null);
export type DueCursor = z.output<typeof dueCursor>;
export const todayInput = z.strictObject({
  show: z.enum(["toDo", "waiting", "mine"]).default("toDo"),
  after: dueCursor,
});
