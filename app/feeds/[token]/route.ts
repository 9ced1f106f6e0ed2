import { originOf } from "@/server/access/origin";
import { readFeed } from "@/server/calendars/read-feed";
import { currentTime } from "@/server/kernel/clock";
import { Problem } from "@/server/kernel/problem";
import { reached, retrySeconds } from "@/server/kernel/unreachable";

export const dynamic = "force-dynamic";

/** One answer for every invalid address: never created, revoked, misspelt. */
const nothingHere = () =>
  new Response("", { status: 404, headers: { "Cache-Control": "private, no-store", "Content-Type": "text/plain" } });

const isKnown = (asked: string | null, etag: string) =>
  (asked ?? "").split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === etag);

/** A subscribed calendar. Its secret address is the only credential: no sign-in, page or cookie. Answers HEAD too. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const token = /^([A-Za-z0-9_-]{43})\.ics$/.exec((await params).token)?.[1];
  if (!token) return nothingHere();
  try {
    const feed = await reached(readFeed(token, originOf(request.headers) ?? "all", currentTime()));
    if (!feed) return nothingHere();
    const headers = new Headers({ ETag: feed.etag, "Cache-Control": "private, no-cache" });
    if (feed.changedAt) headers.set("Last-Modified", feed.changedAt.toUTCString());
    if (isKnown(request.headers.get("if-none-match"), feed.etag)) return new Response(null, { status: 304, headers });
    headers.set("Content-Type", "text/calendar; charset=utf-8");
    headers.set("Content-Disposition", 'inline; filename="zhongtiao.ics"');
    return new Response(feed.text, { headers });
  } catch (error) {
    if (error instanceof Problem && error.kind === "unavailable")
      return new Response("", { status: 503, headers: { "Retry-After": String(retrySeconds) } });
    if (!(error instanceof Problem) || error.kind !== "tooMany") throw error;
    const headers = { "Retry-After": String(Number(error.params.minutes) * 60), "Cache-Control": "private, no-store" };
    return new Response("", { status: 429, headers });
  }
}
