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
