import http from "node:http";
import type { AddressInfo } from "node:net";
import net from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { boundBody } from "./bound-body.mjs";

const fast = { tickMs: 40, bytes: 100, ticks: 3 };
const waiting: (() => void)[] = [];
let server: http.Server;
beforeAll(async () => {
  server = http.createServer((request, response) => {
    boundBody(request, response, fast);
    const read = () => {
      let size = 0;
      request.on("data", (part: Buffer) => {
        size += part.length;
      });
      request.on("end", () => response.end(`read ${size}`));
      request.on("error", () => undefined);
    };
    if (request.url === "/later") waiting.push(read);
    else read();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** All that was answered until the connection was closed, or `done` was in it; `each` is written again and again. */
function answered(start: string, { each = "", done = "\n\n\n" } = {}): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const socket = net.connect(port, "127.0.0.1", () => socket.write(start));
  const writing = setInterval(() => each && socket.writable && socket.write(each), 20);
  let got = "";
  return new Promise((resolve) => {
    socket.on("data", (part) => {
      got += part;
      if (got.includes(done)) socket.destroy();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearInterval(writing);
      resolve(got);
    });
  });
}
const head = (path: string, length: number) => `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n`;

it.each([
  ["stops", head("/", 100_000) + "x".repeat(50), ""],
  ["trickles", head("/", 100_000), "x"],
  ["trickles in chunks", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"],
])("a body that %s is broken off with 408 in both languages, and its connection is closed", async (_, start, each) => {
  const answer = await answered(start, { each });
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(answer).toContain("发送太慢");
  expect(answer).toContain("too slowly");
});

it("a body that comes fast enough is read to its end, however long it takes", async () => {
  expect(await answered(head("/", 12_000), { each: "x".repeat(600), done: "read 12000" })).toContain("200 OK");
});

it("the time in which the program does not read counts for nothing", async () => {
  const answer = answered(head("/later", 4_000_000) + "x".repeat(4_000_000), { done: "read 4000000" });
  for (let ticks = 0; ticks < 2 * fast.ticks; ticks += 1) await new Promise((tick) => setTimeout(tick, fast.tickMs));
  for (const read of waiting.splice(0)) read();
  expect(await answer).toContain("200 OK");
});

it("a request without a body may take as long as it likes", async () => {
  const answer = answered("POST /later HTTP/1.1\r\nHost: x\r\n\r\n", { done: "read 0" });
  for (let ticks = 0; ticks < 2 * fast.ticks; ticks += 1) await new Promise((tick) => setTimeout(tick, fast.tickMs));
  for (const read of waiting.splice(0)) read();
  expect(await answer).toContain("200 OK");
});
