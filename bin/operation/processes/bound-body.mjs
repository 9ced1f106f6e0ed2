// Loaded into the web process before Next, with answer-requests.mjs: a body that does not arrive ends in a 408, and one that the
// program left unread blocks nothing.

/** @typedef {import("node:http").IncomingMessage} Request */
/** @typedef {import("node:http").ServerResponse} Response */

/**
 * How slow a body may be: in each tick fewer bytes than this, for so many ticks in all, is no connection anybody works over, and
 * would keep a place that others wait for.
 */
export const slowness = { tickMs: 5_000, bytes: 5_000, ticks: 4 };
/** How much of a body, and for how long, is still taken in after the answer before the connection is closed. */
const drain = { bytes: 64 * 1024 * 1024, ms: 5_000 };

export const lateWords =
  "发送太慢，已中断，请再试一次。\nThis was sent too slowly and was broken off. Please try again.\n";

/**
 * Answers 408 and closes the connection when a body comes too slowly. Time in which the program itself does not read on does not
 * count.
 * @param {Request} request
 * @param {Response} response
 * @param {typeof slowness} [most]
 */
export function boundBody(request, response, { tickMs, bytes, ticks } = slowness) {
  const { socket, headers } = request;
  if (!headers["transfer-encoding"] && !(Number(headers["content-length"]) > 0)) return;
  let [seen, slow] = [socket.bytesRead, 0];
  const timer = setInterval(() => {
    if (request.complete || socket.destroyed || response.writableEnded) return clearInterval(timer);
    const came = socket.bytesRead - seen;
    seen = socket.bytesRead;
    if (came >= bytes || request.readableLength > 0) return;
    slow += 1;
    if (slow < ticks) return;
    clearInterval(timer);
    breakOff(response);
  }, tickMs);
  timer.unref();
  response.once("close", () => clearInterval(timer));
}

/** @param {Response} response */
function breakOff(response) {
  const { socket } = response;
  if (response.headersSent) return socket?.destroy();
  response.writeHead(408, {
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store",
    connection: "close",
  });
  response.end(lateWords, () => socket?.destroy());
}

/**
 * Reads on what the program left of a body, so that the next request on this connection is answered; closes the
 * connection when that takes too long or too much. Without it the next request waits until the connection is idle for
 * longer than the server allows. A reader that gives up destroys what it reads, and nothing could be read on: so a request is
 * kept until it came to its end or its connection did.
 * @param {Request} request
 * @param {Response} response
 */
export function takeInRest(request, response) {
  const { socket } = request;
  const { destroy } = request;
  request.destroy = (error) => (socket.destroyed || request.complete ? destroy.call(request, error) : request);
  response.once("finish", () => takeIn(request, socket));
}

/** @param {Request} request @param {import("node:net").Socket} socket */
function takeIn(request, socket) {
  if (request.complete || socket.destroyed) return;
  const timer = setTimeout(() => socket.destroy(), drain.ms);
  timer.unref();
  let bytes = 0;
  request.unpipe();
  request.removeAllListeners("readable");
  request.removeAllListeners("data");
  request.on("data", (/** @type {Buffer} */ part) => {
    bytes += part.length;
    if (bytes > drain.bytes) socket.destroy();
  });
  request.once("end", () => clearTimeout(timer));
  request.once("close", () => clearTimeout(timer));
  request.on("error", () => undefined);
  request.resume();
}
