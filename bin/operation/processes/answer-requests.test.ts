import http from "node:http";
import type { AddressInfo } from "node:net";
import net from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { overloaded, unavailable } from "@/server/kernel/unreachable";
import "./refuse-malformed.mjs";

let server: http.Server;
beforeAll(async () => {
  // What a program does after this file is loaded into it, as Next does.
  server = http.createServer(async (request, response) => {
    const { url = "" } = request;
    if (url === "/down") {
      await Promise.resolve();
      unavailable();
      response.statusCode = 500;
      response.setHeader("content-type", "text/html");
      response.write("<p>half a page");
      response.end("</p>");
    } else if (url === "/busy") {
      overloaded();
      response.writeHead(500).end("half a page");
    } else if (url === "/down-json") {
      unavailable();
      response.writeHead(503, { "content-type": "application/json" });
      response.end(`{"problem":"unavailable"}`);
    } else if (url === "/broken") {
      response.writeHead(500).end("broken");
    } else if (url === "/prerendered") {
      response.setHeader("x-nextjs-prerender", "1");
      response.statusCode = 500;
      response.setHeader("etag", "x");
      response.end("<script>without a nonce</script>");
    } else if (url.startsWith("/_")) {
      response.writeHead(500).end("the page of Next");
    } else if (url === "/not-found") {
      response.writeHead(404).end("nothing here");
    } else if (url === "/unread") {
      // Reads one part and no more, as a reader that gives up.
      request.once("data", () => {
        request.pause();
        response.end("enough");
      });
    } else if (url === "/given-up") {
      // As Next hands a body on: its reader gives the stream up, which destroys the request.
      const body = new ReadableStream({
        start: async (controller) => {
          for await (const part of request) controller.enqueue(part);
          controller.close();
        },
      });
      const reader = body.getReader();
      await reader.read();
      await reader.cancel();
      await new Promise((next) => setImmediate(next));
      response.end("enough");
    } else response.end("ok");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const address = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
const page = { accept: "text/html,application/xhtml+xml" };

describe("an answer that could not reach the database", () => {
  it("is a page in both languages with status 503 and the time to wait", async () => {
    const answer = await fetch(address("/down"), { headers: page });
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const text = await answer.text();
    expect(text).toContain("数据库正在重新启动");
    expect(text).toContain("The database is restarting");
    expect(text).not.toContain("half a page");
  });

  it("says that many are asking, where that is why", async () => {
    const answer = await fetch(address("/busy"), { headers: page });
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
    const text = await answer.text();
    expect(text).toContain("目前使用的人较多");
    expect(text).toContain("Too many are asking at the moment");
    expect(text).not.toContain("half a page");
  });

  it("keeps its own words for scripts", async () => {
    const answer = await fetch(address("/down-json"), { headers: { accept: "*/*" } });
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await answer.json()).toEqual({ problem: "unavailable" });
    const part = await fetch(address("/down"), { headers: { ...page, rsc: "1" } });
    expect([part.status, await part.text()]).toEqual([503, "<p>half a page</p>"]);
  });

  it("does not change other answers, also when both are worked on at once", async () => {
    const [down, broken, fine] = await Promise.all(
      ["/down", "/broken", "/"].map((path) => fetch(address(path), { headers: page })),
    );
    expect([down?.status, broken?.status, fine?.status]).toEqual([503, 500, 200]);
    expect(await broken?.text()).toBe("broken");
  });
});

describe("the page that Next made at build time for a fault", () => {
  it("is replaced by one without scripts, in both languages, that tries again", async () => {
    const answer = await fetch(address("/prerendered"), { headers: page });
    expect([answer.status, answer.headers.get("etag")]).toEqual([500, null]);
    const text = await answer.text();
    expect(text).toContain("这一页没打开");
    expect(text).toContain("This page did not open");
    expect(text).toMatch(/http-equiv="refresh"/);
    expect(text).not.toContain("<script");
  });

  it("is not found under its own address, in no form", async () => {
    for (const path of ["/_global-error", "/_global-error.rsc", "/_global-error?x=1", "/_error"]) {
      const answer = await fetch(address(path), { headers: page });
      expect([path, answer.status, await answer.text()]).toEqual([path, 404, "nothing here"]);
    }
  });
});

describe("a body that the program did not read to its end", () => {
  it.each(["/unread", "/given-up"])(
    "does not hold up the next request on the same connection (%s)",
    async (path) => {
      const size = 3 * 1024 * 1024;
      const { port } = server.address() as AddressInfo;
      const socket = net.connect(port, "127.0.0.1");
      let got = "";
      socket.on("data", (part) => {
        got += part;
      });
      socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: ${size}\r\n\r\n`);
      socket.write(Buffer.alloc(size, 97));
      socket.write("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      await new Promise((closed) => socket.on("close", closed));
      expect(got.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
      expect(got).toContain("enough");
      expect(got).toContain("ok");
    },
    30_000,
  );
});
