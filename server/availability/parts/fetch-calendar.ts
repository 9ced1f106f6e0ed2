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
const timeoutMs = 15_000;

const allowsPrivate = () => process.env.ICS_ALLOW_PRIVATE === "yes";

/**
 * Resolves a name once and connects to the address that was checked, so that a second lookup with another answer (DNS
 * rebinding) has no effect. If one of several addresses is not public, the name is refused.
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

/** One GET that follows no redirect; the caller has checked the address. */
function ask(address: string, etag: string, signal: AbortSignal): Promise<IncomingMessage> {
  const url = new URL(address);
  // A literal IP address is not resolved, so `lookup` would not check it.
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

/**
 * The body as decompressed text; more than 2 MB is refused before and after, so that no small file unpacks to a huge
 * one.
 */
async function bodyOf(answer: IncomingMessage): Promise<string> {
  const packed = { gzip: createGunzip, deflate: createInflate, br: createBrotliDecompress }[
    answer.headers["content-encoding"] ?? ""
  ];
  if (Number(answer.headers["content-length"] ?? 0) > maxBytes) throw new UnreadCalendar("tooLarge");
  const unpacking = packed?.();
  const source = unpacking ? answer.pipe(unpacking) : answer;
  // An error of the connection must also end the decompressed stream.
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
 * Fetches a calendar with at most three redirects (each checked like the first address), 2 MB and 15 seconds in all.
 * Throws `UnreadCalendar` with the reason.
 */
export async function fetchCalendar(address: string, etag: string): Promise<Fetched> {
  const signal = AbortSignal.timeout(timeoutMs);
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
