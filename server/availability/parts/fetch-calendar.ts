import { lookup } from "node:dns";
import { type IncomingMessage, request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { calendarAddress, isPublicAddress } from "./calendar-address";

/** Why a calendar could not be read; words are in the catalogue under `availability.calendarProblems`. */
export type CalendarProblem =
  | "unreachable"
  | "refused"
  | "notThere"
  | "privateAddress"
  | "tooLarge"
  | "notCalendar"
  | "tooSlow"
  | "partly";

export class UnreadCalendar extends Error {
  constructor(readonly problem: CalendarProblem) {
    super(problem);
    this.name = "UnreadCalendar";
  }
}

export type Fetched = { isUnchanged: true } | { isUnchanged: false; text: string; etag: string };

const maxBytes = 2 * 1024 * 1024;
const maxRedirects = 3;
const patienceMs = 15_000;

const allowsPrivate = () => process.env.ICS_ALLOW_PRIVATE === "yes";

/**
 * Resolves a name once and hands that very address to the socket, so that a name which answers differently the
 * second time gains nothing. One closed address among several closes the name.
 */
const guardedLookup: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error, "", 0);
    if (found.length === 0 || (!allowsPrivate() && found.some(({ address }) => !isPublicAddress(address))))
      return done(new UnreadCalendar("privateAddress"), "", 0);
    if (options.all) return done(null, found);
    const [first] = found;
    done(null, first?.address ?? "", first?.family ?? 0);
  });
};

/** One GET without a redirect followed; the address must have been checked. */
function ask(address: string, etag: string, signal: AbortSignal): Promise<IncomingMessage> {
  const url = new URL(address);
  // An address written as numbers is never looked up.
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) && !allowsPrivate() && !isPublicAddress(host)) throw new UnreadCalendar("privateAddress");
  const request = url.protocol === "https:" ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      signal,
      lookup: guardedLookup,
      agent: false,
      headers: {
        accept: "text/calendar, text/plain;q=0.5",
        "accept-encoding": "gzip, deflate, br",
        "user-agent": "zhongtiao-calendar",
        ...(etag ? { "if-none-match": etag } : {}),
      },
    });
    asked.on("response", resolve).on("error", reject).end();
  });
}

/** The body as text, unpacked; more than 2 MB either way is refused, so that a small file cannot become a large one. */
async function bodyOf(answer: IncomingMessage): Promise<string> {
  const packed = { gzip: createGunzip, deflate: createInflate, br: createBrotliDecompress }[
    answer.headers["content-encoding"] ?? ""
  ];
  if (Number(answer.headers["content-length"] ?? 0) > maxBytes) throw new UnreadCalendar("tooLarge");
  const unpacking = packed?.();
  const source = unpacking ? answer.pipe(unpacking) : answer;
  // What breaks the line must reach the reader of the unpacked stream too.
  if (unpacking) answer.on("error", (error) => unpacking.destroy(error));
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new UnreadCalendar("tooLarge");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function problemOfStatus(status: number): CalendarProblem {
  if (status === 401 || status === 403) return "refused";
  if (status === 404 || status === 410) return "notThere";
  return "unreachable";
}

/**
 * Fetches a calendar: at most three redirects, each checked like the first address, 2 MB, 15 seconds in all.
 * Throws `UnreadCalendar` with the reason.
 */
export async function fetchCalendar(address: string, etag: string): Promise<Fetched> {
  const signal = AbortSignal.timeout(patienceMs);
  let at = address;
  try {
    for (let hops = 0; hops <= maxRedirects; hops += 1) {
      const answer = await ask(at, etag, signal);
      try {
        const status = answer.statusCode ?? 0;
        if (status === 304 && etag) return { isUnchanged: true };
        if (status >= 300 && status < 400 && answer.headers.location) {
          const next = URL.canParse(answer.headers.location, at)
            ? calendarAddress(new URL(answer.headers.location, at).href)
            : null;
          if (!next) throw new UnreadCalendar("unreachable");
          at = next;
          continue;
        }
        if (status !== 200) throw new UnreadCalendar(problemOfStatus(status));
        return {
          isUnchanged: false,
          text: await bodyOf(answer),
          etag: String(answer.headers.etag ?? "").slice(0, 200),
        };
      } finally {
        answer.destroy();
      }
    }
    throw new UnreadCalendar("unreachable");
  } catch (error) {
    if (error instanceof UnreadCalendar) throw error;
    throw new UnreadCalendar(signal.aborted ? "tooSlow" : "unreachable");
  }
}
