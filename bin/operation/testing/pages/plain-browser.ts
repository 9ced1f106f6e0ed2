import { expect } from "vitest";
import { ranIn } from "./ran-in";

const base = "http://localhost:4010";
/** What a browser says of a form of our own page. */
export const own = { origin: base, host: "localhost:4010", "sec-fetch-site": "same-origin" };

type Params = { params: Promise<{ place: string }> };
export interface Routes {
  enter: { GET: (request: Request) => Promise<Response>; POST: (request: Request) => Promise<Response> };
  place: {
    GET: (request: Request, params: Params) => Promise<Response>;
    POST: (request: Request, params: Params) => Promise<Response>;
  };
  calendar: (request: Request, params: Params) => Promise<Response>;
}

/** A browser that runs no script: it follows what pages lead to, keeps cookies, and fills in and posts forms. */
export class PlainBrowser {
  constructor(private readonly routes: Routes) {}
  path = "/i";
  status = 0;
  html = "";
  private readonly cookies = new Map<string, { value: string; path: string }>();

  private headers(path: string, more: Record<string, string> = {}): Record<string, string> {
    const sent = [...this.cookies].filter(([, cookie]) => path.startsWith(cookie.path));
    return { host: own.host, cookie: sent.map(([name, { value }]) => `${name}=${value}`).join("; "), ...more };
  }

  async get(path: string): Promise<Response> {
    const [at = "", asked] = path.split("?");
    const request = new Request(base + path, { headers: this.headers(at) });
    const answer = await (at === "/i" ? this.routes.enter.GET(request) : this.routes.place.GET(request, paramsOf(at)));
    this.path = asked ? at : path;
    await this.take(answer);
    return answer;
  }

  /** Posts the page's form of this name with these fields typed, as a browser would. */
  async submit(form: string, typed: Record<string, string> = {}): Promise<Response> {
    return this.post({ ...fieldsOf(this.html, form), ...typed });
  }

  async post(fields: Record<string, string>, headers: Record<string, string> = own): Promise<Response> {
    const request = new Request(base + this.path, {
      method: "POST",
      headers: this.headers(this.path, { ...headers, "content-type": "application/x-www-form-urlencoded" }),
      body: new URLSearchParams(fields).toString(),
    });
    const answer = await (this.path === "/i"
      ? this.routes.enter.POST(request)
      : this.routes.place.POST(request, paramsOf(this.path)));
    if (answer.status !== 303) {
      await this.take(answer);
      return answer;
    }
    this.keep(answer);
    await this.get(answer.headers.get("location") ?? "");
    return answer;
  }

  calendar(): Promise<Response> {
    return this.file("calendar.ics", this.routes.calendar);
  }

  /** Fetches a file that this page leads to, from the route that serves it. */
  file(name: string, serve: Routes["calendar"]): Promise<Response> {
    const request = new Request(`${base}${this.path}/${name}`, { headers: this.headers(this.path) });
    return serve(request, paramsOf(this.path));
  }

  cookie(): string {
    return [...this.cookies.values()].map(({ value }) => value).join();
  }

  private async take(answer: Response) {
    this.keep(answer);
    this.status = answer.status;
    this.html = await answer.text();
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(ranIn(this.html)).toEqual([]);
  }

  private keep(answer: Response) {
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = "", path = "/"] = /^([^=]+)=([^;]*);.*?path=([^;]*)/i.exec(cookie) ?? [];
      this.cookies.set(name, { value, path });
    }
  }
}

const paramsOf = (path: string) => ({ params: Promise.resolve({ place: path.split("/")[2] ?? "" }) });

/** The fields that a form of this page sends by itself: hidden ones, what is typed, ticked and chosen. */
export function fieldsOf(html: string, form: string): Record<string, string> {
  const whole = new RegExp(
    `<form[^>]*>(?:(?!</form>)[\\s\\S])*?(?:name="at" value="${form}"|name="act" value="${form}"|name="code")[\\s\\S]*?</form>`,
  ).exec(html)?.[0];
  if (!whole) throw new Error(`the page has no form ${form}`);
  const text = (value: string) =>
    value
      .replaceAll("&quot;", '"')
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&");
  const hidden = [...whole.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const typed = [...whole.matchAll(/<input class="[^"]*"[^>]*? name="([^"]+)"[^>]*? value="([^"]*)"/g)];
  const areas = [...whole.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>\n([^<]*)</g)];
  const chosen = [...whole.matchAll(/type="radio" name="([^"]+)" value="([^"]*)" checked/g)];
  return Object.fromEntries(
    [...hidden, ...typed, ...areas, ...chosen].map(([, name = "", value = ""]) => [name, text(value)]),
  );
}
