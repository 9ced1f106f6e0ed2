import type { Html } from "./html";

interface AnswerOptions {
  status?: number;
  /** Of `Set-Cookie`, one each. */
  cookies?: readonly string[];
  headers?: Readonly<Record<string, string>>;
}

/** A document as the answer to a request. Nobody keeps it: it may name people. */
export function pageAnswer(page: Html, { status = 200, cookies = [], headers = {} }: AnswerOptions = {}): Response {
  const sent = new Headers({ "content-type": "text/html; charset=utf-8", "cache-control": "no-store", ...headers });
  for (const cookie of cookies) sent.append("set-cookie", cookie);
  return new Response(page.text, { status, headers: sent });
}

/** After a form was taken: the browser asks for the page, so that reloading it sends nothing again. */
export function seeOther(path: string, cookies: readonly string[] = []): Response {
  const sent = new Headers({ location: path, "cache-control": "no-store" });
  for (const cookie of cookies) sent.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers: sent });
}
