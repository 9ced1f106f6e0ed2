import { givenUpWork } from "@/server/kernel/given-up-work";
import { retrySeconds } from "@/server/kernel/unreachable";

export const dynamic = "force-dynamic";

/** 200 once process and database answer; reports to monitoring how many jobs were given up, and nothing else. */
export async function GET(): Promise<Response> {
  try {
    return Response.json({ ok: true, failedWork: await givenUpWork() }, { headers: { "cache-control": "no-store" } });
  } catch {
    return Response.json(
      { ok: false },
      { status: 503, headers: { "cache-control": "no-store", "retry-after": String(retrySeconds) } },
    );
  }
}
