import http from "node:http";
import type { AddressInfo } from "node:net";
import net from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import "./refuse-malformed.mjs";

let server: http.Server;
let reached: string[] = [];
beforeAll(async () => {
  // What a program does after this file is loaded into it, as Next does.
  server = http.createServer((request, response) => {
    reached.push(request.url ?? "");
    response.end("ok");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterAll(() => server.close());

/** The status line of an answer to a request line no client library would send. */
const asked = (line: string) =>
  new Promise<string>((done, failed) => {
    const { port } = server.address() as AddressInfo;
    const socket = net.connect(port, "127.0.0.1", () =>
      socket.write(`${line}\r\nHost: x\r\nConnection: close\r\n\r\n`),
    );
    let answer = "";
    socket.on("data", (part) => {
      answer += part;
    });
    socket.on("close", () => done(answer.split("\r\n", 1)[0] ?? ""));
    socket.on("error", failed);
  });

it.each([
  "GET /%E0%A4%A HTTP/1.1",
  "GET /disputes/%ED%A0%80?x=1 HTTP/1.1",
  "POST /api/trpc/% HTTP/1.1",
  "OPTIONS * HTTP/1.1",
  "GET x HTTP/1.1",
  ...[
    "%7Bnot",
    "1",
    encodeURIComponent('["",{},null,null,"yes"]'),
    "%E0%A4%A",
    encodeURIComponent("[".repeat(3_000)),
  ].map((state) => `GET / HTTP/1.1\r\nRSC: 1\r\nNext-Router-State-Tree: ${state}`),
])("%s is refused before the program sees it", async (line) => {
  reached = [];
  expect(await asked(line)).toBe("HTTP/1.1 400 Bad Request");
  expect(reached).toEqual([]);
});

it.each(["/", "/disputes/%E6%9F%B3%E6%B9%BE?q=%E0%A4%A", "/api/trpc/a.b,c.d?batch=1", "/%00"])(
  "%s goes on to the program",
  async (address) => {
    reached = [];
    expect(await asked(`GET ${address} HTTP/1.1`)).toBe("HTTP/1.1 200 OK");
    expect(reached).toEqual([address]);
  },
);

it("takes the page that a browser's router names as Next writes it", async () => {
  reached = [];
  const state = encodeURIComponent(JSON.stringify(["", { children: ["today", {}, null, "refetch"] }, null, null, 16]));
  expect(await asked(`GET /today HTTP/1.1\r\nRSC: 1\r\nNext-Router-State-Tree: ${state}`)).toBe("HTTP/1.1 200 OK");
  expect(reached).toEqual(["/today"]);
});

it.each(["TRACE", "PROPFIND", "LINK", "PURGE"])(
  "%s is taken by no page, and the program does not see it",
  async (method) => {
    reached = [];
    expect(await asked(`${method} /i HTTP/1.1`)).toBe("HTTP/1.1 405 Method Not Allowed");
    expect(reached).toEqual([]);
  },
);

it.each([
  ["http://elsewhere.example/i?x=1", "/i?x=1"],
  ["HTTPS://elsewhere.example", "/"],
  ["http://[::1/i", "/i"],
  ["http://elsewhere.example//i", "//i"],
])("%s leads to our own %s, wherever its host is", async (address, path) => {
  reached = [];
  expect(await asked(`GET ${address} HTTP/1.1`)).toBe("HTTP/1.1 200 OK");
  expect(reached).toEqual([path]);
});

it.each([
  [
    "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n",
    "400 Bad Request",
    "malformed",
  ],
  ["\0\0\0\r\n\r\n", "400 Bad Request", "请求的写法有误"],
  [`GET / HTTP/1.1\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, "431 Request Header Fields Too Large", "头部太大"],
])("what is no request is told so in words, and its connection is closed: %j", async (text, status, words) => {
  reached = [];
  const { port } = server.address() as AddressInfo;
  const socket = net.connect(port, "127.0.0.1", () => socket.write(text));
  let answer = "";
  socket.on("data", (part) => {
    answer += part;
  });
  await new Promise((done) => socket.on("close", done));
  expect(answer.split("\r\n", 1)[0]).toBe(`HTTP/1.1 ${status}`);
  expect(answer).toContain(words);
});
