import * as z from "zod";
import { recordVisitInput } from "../performance/inputs";

/** What one party says to whoever was drawn: the fields of a visit, about one party each. */
export const recordRevisitInput = recordVisitInput.extend({ revisitId: z.uuid(), partyId: z.uuid() });
export type RecordRevisitInput = z.output<typeof recordRevisitInput>;
