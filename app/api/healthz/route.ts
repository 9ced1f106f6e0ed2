import { givenUpWork } from "@/server/kernel/given-up-work";

export const dynamic = "force-dynamic";

/** 200 once the process answers and the database does; says how many jobs were given up, for a watching program, and nothing else. */
export async function GET(): Promise<Response> {
  try {
    return Response.json({ ok: true, failedWork: await givenUpWork() }, { headers: { "cache-control": "no-store" } });
  } catch {
    return Response.json({ ok: false }, { status: 503, headers: { "cache-control": "no-store" } });
  }
}
