import { inBoundedProcess, UnboundedWork } from "../../kernel/bounded-process";
import type { BusyTimes } from "./busy-from-ics";
import { type CalendarProblem, UnreadCalendar } from "./fetch-calendar";

/** One calendar file has so much time, the start of its process included, and so much memory. */
const bounds = { ms: 20_000, memory: 256, most: 8 * 1024 * 1024 } as const;

type Answer = { spans: { from: string; to: string }[]; unread: string[] } | { problem: CalendarProblem };

/**
 * `busyFromIcs` in a process of its own, so that no calendar stops the worker. Throws `UnreadCalendar`: for what is no
 * calendar, and as `tooLarge` for one that takes more than its time or memory.
 */
export async function busyInBounds(
  text: string,
  now: Date,
  limits: { ms: number; memory: number; most: number } = bounds,
): Promise<BusyTimes> {
  const program = "server/availability/parts/busy-from-ics-child.ts";
  const given = await inBoundedProcess({ program, args: [now.toISOString()], input: text, ...limits }).catch(
    (error: unknown) => {
      throw error instanceof UnboundedWork ? new UnreadCalendar("tooLarge") : error;
    },
  );
  const answer = JSON.parse(given.toString("utf8")) as Answer;
  if ("problem" in answer) throw new UnreadCalendar(answer.problem);
  const spans = answer.spans.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }));
  return { spans, unread: answer.unread };
}
