import type { Outcome } from "./port";

export interface Posted {
  status: number;
  body: Readonly<Record<string, unknown>>;
  retryAfterMs: number | undefined;
}

/** One POST of JSON with the delivery's key; null when nobody answered in time. */
export async function postJson(
  url: string | URL,
  key: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Posted | null> {
  try {
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: { "Content-Type": "application/json; charset=utf-8", "Idempotency-Key": key, ...headers },
      // A redirect would send the text to an address that nobody configured.
      redirect: "error",
      signal: AbortSignal.timeout(8_000),
    });
    const seconds = Number(response.headers.get("retry-after"));
    const parsed: unknown = await response.json().catch(() => null);
    return {
      status: response.status,
      body: parsed && typeof parsed === "object" ? (parsed as Record<string, unknown>) : {},
      retryAfterMs: Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3_600) * 1_000 : undefined,
    };
  } catch {
    return null;
  }
}

/** The outcome as far as the status line tells it; null when the body has to be read. */
export function outcomeOfStatus(posted: Posted | null): Outcome | null {
  if (!posted) return { is: "later", problem: "unreachable" };
  const { status, retryAfterMs } = posted;
  const wait = retryAfterMs ? { waitMs: retryAfterMs } : {};
  if (status === 429) return { is: "later", problem: "busyThere", ...wait };
  if (status >= 500 || status === 408 || status === 425) return { is: "later", problem: "unreachable", ...wait };
  // A wrong key is for the administrator to correct; the message waits for that.
  if (status === 401 || status === 403) return { is: "later", problem: "keyRefused" };
  return status >= 400 ? { is: "refused", problem: "refusedThere" } : null;
}
