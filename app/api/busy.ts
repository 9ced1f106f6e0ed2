import { Problem } from "@/server/kernel/problem";

/** What a queue says when too many wait in it already: to come again in a minute. */
export const busy = () => new Problem("tooMany", "tooManyRequests", { minutes: 1 });
