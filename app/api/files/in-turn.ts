import { queueOf, queuesOf } from "@/server/access/in-turn";
import { busy } from "../busy";

/**
 * A few files of one person at once; the bodies of the others are not read before. Twenty-four pictures sent together kept
 * everybody else's photo waiting for more than a minute and a half, and all of them were in memory.
 */
export const ofPerson = queuesOf({ atOnce: 2, most: 60, busy });
/** A file in work takes several times its size: as it came, taken apart, judged and drawn anew. */
export const ofAll = queueOf({ atOnce: 4, most: 400, busy });
