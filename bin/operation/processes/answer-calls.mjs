// Loaded into the web process before Next: answers the calls of pages (/api/trpc) itself, with the procedures that the
// route in app/api/trpc hands over. Next's own way to the same function costs three times as much (docs/adr/0037).
import http from "node:http";
import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import { headersOfAll, notStored } from "./answer-headers.mjs";

const { createServer } = http;
const compressed = promisify(gzip);
/** Below this size compressing costs more than sending. */
const leastCompressed = 2048;

/** How a connection carries an answer is Node's to say: with a length and in chunks at once, a proxy could not tell where it ends. */
const ofConnection = new Set(["connection", "keep-alive", "transfer-encoding", "content-length"]);

/** A call of one procedure or a batch; everything else under the address is Next's to answer. */
const isCall = (/** @type {http.IncomingMessage} */ { method, url = "" }) =>
  method === "POST" && /^\/api\/trpc\/[^/?]+(\?|$)/.test(url);

/**
 * The body, or null when there is more of it than `most`: up to `drain` is read on and discarded.
 * @param {http.IncomingMessage} request
 * @param {number} most
 * @param {number} drain
 * @returns {Promise<Uint8Array | null>}
 */
function bodyOf(request, most, drain) {
  return new Promise((resolve, reject) => {
    /** @type {Buffer[]} */
    let parts = [];
    let size = 0;
    request.on("data", (/** @type {Buffer} */ part) => {
      size += part.length;
      if (size <= most) parts.push(part);
      else parts = [];
      if (size > drain) {
        request.pause();
        resolve(null);
      }
    });
    request.once("end", () => resolve(size > most ? null : Buffer.concat(parts)));
    request.once("error", reject);
    request.once("close", () => reject(new Error("the caller has gone")));
  });
}

/**
 * @param {http.IncomingMessage} request
 * @param {http.ServerResponse} response
 * @param {NonNullable<typeof globalThis.zhongtiaoProcedures>} procedures
 */
async function answerCall(request, response, { isOwn, mostBytes, drainBytes, answer }) {
  const headers = {
    get: (/** @type {string} */ name) => [request.headers[name.toLowerCase()] ?? null].flat().join(", ") || null,
    has: (/** @type {string} */ name) => request.headers[name.toLowerCase()] !== undefined,
  };
  for (const { key, value } of [...headersOfAll, notStored]) response.setHeader(key, value);
  if (!isOwn(headers)) return response.writeHead(403).end();
  const body = await bodyOf(request, mostBytes, drainBytes);
  const given = await answer({ url: request.url ?? "", headers, body });
  let bytes = Buffer.from(given.body);
  for (const name in given.headers) if (!ofConnection.has(name)) response.setHeader(name, given.headers[name] ?? "");
  if (bytes.length >= leastCompressed && /\bgzip\b/.test(headers.get("accept-encoding") ?? "")) {
    bytes = await compressed(bytes, { level: constants.Z_BEST_SPEED });
    response.setHeader("content-encoding", "gzip");
    response.appendHeader("vary", "accept-encoding");
  }
  response.setHeader("content-length", bytes.length);
  response.writeHead(given.status).end(bytes);
}

/**
 * Like Node's own createServer, called with options and a listener or with only one of them.
 * @param {http.ServerOptions | http.RequestListener} [first]
 * @param {http.RequestListener} [second]
 */
function createAnsweringServer(first = {}, second) {
  const [options, listener] = typeof first === "function" ? [{}, first] : [first, second];
  if (!listener) return createServer(options);
  return createServer(options, (request, response) => {
    const procedures = globalThis.zhongtiaoProcedures;
    if (!procedures || !isCall(request)) return listener(request, response);
    answerCall(request, response, procedures).catch((/** @type {Error} */ error) => {
      if (request.socket.destroyed) return;
      process.stderr.write(`${JSON.stringify({ level: "error", call: error.name })}\n`);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
}

http.createServer = createAnsweringServer;
