import { isToComeAgain, retrySeconds } from "@/server/kernel/unreachable";

/** next-auth calls every failed try a wrong password; while the database restarts nothing was wrong, and waiting helps. */
export function orComeAgain(answer: Response): Response {
  if (answer.ok || !isToComeAgain()) return answer;
  const headers = new Headers(answer.headers);
  headers.set("retry-after", String(retrySeconds));
  headers.set("cache-control", "no-store");
  return new Response(answer.body, { status: 503, headers });
}
