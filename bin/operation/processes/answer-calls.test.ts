import http from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isOwnRequest } from "@/app/api/trpc/[trpc]/same-origin";
import "./answer-calls.mjs";

let server: http.Server;
let answered = "";
beforeAll(async () => {
  server = http.createServer((_request, response) => response.end("next"));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterAll(() => {
  globalThis.zhongtiaoProcedures = undefined;
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  answered = "";
  globalThis.zhongtiaoProcedures = {
    isOwn: (headers) => isOwnRequest({ headers }),
    mostBytes: 1000,
    drainBytes: 5000,
    answer: async ({ url, body }) => {
      answered = `${url} ${body ? Buffer.from(body).toString() : "too large"}`;
      return {
        body: "答".repeat(url.includes("long") ? 1000 : 1),
        status: body ? 200 : 413,
        headers: { "content-type": "application/json", "retry-after": "5" },
      };
    },
  };
});

const json = { "content-type": "application/json" };
/** Asked without `fetch`, which unpacks answers and names an origin of its own. */
const ask = (path: string, body = "{}", { method = "POST", headers = {} as Record<string, string> } = {}) =>
  new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const request = http.request(
      { host: "127.0.0.1", port, path, method, headers: { ...json, ...headers } },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part) => parts.push(part));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        );
      },
    );
    request.on("error", reject);
    request.end(body);
  });

describe("a call in front of Next", () => {
  it("is answered by the procedures, with the headers of every answer", async () => {
    const { status, headers, body } = await ask("/api/trpc/a.b,c.d?batch=1", "[1]");
    expect([status, body.toString(), answered]).toEqual([200, "答", "/api/trpc/a.b,c.d?batch=1 [1]"]);
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "no-referrer",
      "content-length": "3",
      "retry-after": "5",
    });
  });

  it("of a foreign page, or of a form, never reaches them", async () => {
    const foreign: Record<string, string>[] = [
      { origin: "https://evil.example" },
      { "sec-fetch-site": "cross-site" },
      { "content-type": "text/plain" },
    ];
    for (const headers of foreign)
      expect((await ask("/api/trpc/a.b", "{}", { headers })).status, JSON.stringify(headers)).toBe(403);
    expect(answered).toBe("");
  });

  it("larger than any act is refused, also when it goes on and on", async () => {
    for (const size of [1001, 9000]) {
      expect((await ask("/api/trpc/a.b", "x".repeat(size))).status).toBe(413);
      expect(answered).toMatch(/ too large$/);
    }
  });

  it("is compressed only where that saves something and the browser can read it", async () => {
    const gzip = { "accept-encoding": "gzip, br" };
    expect((await ask("/api/trpc/a.b", "{}", { headers: gzip })).headers["content-encoding"]).toBeUndefined();
    expect((await ask("/api/trpc/long")).headers["content-encoding"]).toBeUndefined();
    const long = await ask("/api/trpc/long", "{}", { headers: gzip });
    expect(long.headers).toMatchObject({ "content-encoding": "gzip", vary: "accept-encoding" });
    expect(gunzipSync(long.body).toString()).toBe("答".repeat(1000));
  });

  it("is Next's while the procedures are not loaded, and so is every other request", async () => {
    for (const [path, method] of [
      ["/api/trpc/a.b", "GET"],
      ["/api/trpc/a/b", "POST"],
      ["/api/trpc/", "POST"],
      ["/api/trpcx/a", "POST"],
    ] as const)
      expect((await ask(path, "", { method })).body.toString(), `${method} ${path}`).toBe("next");
    globalThis.zhongtiaoProcedures = undefined;
    expect((await ask("/api/trpc/a.b")).body.toString()).toBe("next");
  });

  it("has its length alone, however its procedures would send it", async () => {
    const procedures = globalThis.zhongtiaoProcedures;
    const inPieces = { "transfer-encoding": "chunked", "keep-alive": "timeout=5", "content-length": "99" };
    if (procedures) procedures.answer = async () => ({ status: 200, headers: inPieces, body: "答" });
    const { status, headers, body } = await ask("/api/trpc/a.b");
    expect([status, body.toString(), headers["content-length"]]).toEqual([200, "答", "3"]);
    expect([headers["transfer-encoding"], headers["keep-alive"]]).not.toContain("chunked");
  });

  it("that breaks is a 500 without detail", async () => {
    const procedures = globalThis.zhongtiaoProcedures;
    if (procedures) procedures.answer = () => Promise.reject(new Error("secret"));
    const { status, body } = await ask("/api/trpc/a.b");
    expect([status, body.toString()]).toEqual([500, ""]);
  });
});
