import { systemActor } from "../../kernel/actor";

/** The system actor that tells people of one county what happened. */
export const announcer = (countyId: string) => systemActor(countyId, "announce");
