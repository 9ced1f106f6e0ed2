// Reads one calendar file in a process of its own: the file comes in by standard input with its time as argument, and
// what was read, or why it was not, goes out by standard output as JSON.
import { text } from "node:stream/consumers";
import { busyFromIcs } from "./busy-from-ics";
import { UnreadCalendar } from "./fetch-calendar";

function answer(file: string, now: Date): unknown {
  try {
    return busyFromIcs(file, now);
  } catch (error) {
    if (error instanceof UnreadCalendar) return { problem: error.problem };
    throw error;
  }
}

process.stdout.write(JSON.stringify(answer(await text(process.stdin), new Date(process.argv[2] ?? ""))));
