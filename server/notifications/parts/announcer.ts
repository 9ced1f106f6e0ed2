import { systemActor } from "../../kernel/actor";

/** Whoever tells people of what happened, in one county. */
export const announcer = (countyId: string) => systemActor(countyId, "announce");
