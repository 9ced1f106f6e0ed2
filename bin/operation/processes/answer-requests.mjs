// Loaded into the web process before Next, around everything it answers: an answer that failed because the database
// cannot be reached, or too many ask it, becomes a 503 that people can read, and a body nobody has read does not block its connection.
import { AsyncLocalStorage } from "node:async_hooks";
import { boundBody, takeInRest } from "./bound-body.mjs";

/** @typedef {import("node:http").IncomingMessage} Request */
/** @typedef {import("node:http").ServerResponse} Response */

/** @type {AsyncLocalStorage<Answer>} */
const answers = new AsyncLocalStorage();
globalThis.zhongtiaoAnswers = answers;

const retrySeconds = 5;
/** After a fault that waiting may not mend. */
const failedSeconds = 30;
/** Next's page for a fault in all others. It is made at build time, so that no nonce is on its scripts and browsers refuse them. */
const nextErrorPage = /^\/_(?:global-error|error)(?=[./?]|$)/;

/** What a person reads, in Chinese and English: why there is no page, and what to do. */
const words = {
  unreachable: [
    ["数据库正在重新启动", "没有丢失任何内容。几秒钟后本页会自动重试。"],
    ["The database is restarting", "Nothing is lost. This page tries again by itself in a few seconds."],
  ],
  overloaded: [
    ["目前使用的人较多", "没有丢失任何内容。几秒钟后本页会自动重试。"],
    ["Too many are asking at the moment", "Nothing is lost. This page tries again by itself in a few seconds."],
  ],
  failed: [
    ["这一页没打开", "写好的没有丢。过一会儿本页会自动重试；还不行，请告诉管理员现在的时间。"],
    [
      "This page did not open",
      "What you wrote is kept. It tries again by itself; if it still fails, tell the administrator the time.",
    ],
  ],
};

/** No script, and nothing loaded: the page has to appear while the program behind it does not answer. */
const look =
  "body{font:16px/1.6 system-ui,sans-serif;margin:0;padding:12vh 20px;background:Canvas;color:CanvasText}" +
  "main{max-width:34rem;margin:auto}h1,h2{margin:0;font-size:1.3rem}h2{margin-top:1.5rem;font-size:1rem}p{margin:.4rem 0}";

/** @param {keyof typeof words} why @param {number} seconds */
const pageOf = (why, seconds) => {
  const [[title, text] = [], [englishTitle, englishText] = []] = words[why];
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><style>${look}</style><meta http-equiv="refresh" content="${seconds}"><title>众调</title></head>
<body><main><h1>${title}</h1><p>${text}</p>
<h2 lang="en">${englishTitle}</h2><p lang="en">${englishText}</p>
</main></body></html>
`;
};

/** @typedef {{ isUnreachable: boolean, isOverloaded?: boolean }} Answer */

/**
 * Answers one request with `listener`.
 * @param {Request} request
 * @param {Response} response
 * @param {() => void} listener
 */
export function answered(request, response, listener) {
  /** @type {Answer} */
  const answer = { isUnreachable: false };
  // Nobody has business there; asked for by its address, Next would answer 500.
  if (nextErrorPage.test(request.url ?? "")) request.url = "/not-found";
  replaceFailed(request, response, answer);
  boundBody(request, response);
  takeInRest(request, response);
  answers.run(answer, listener);
}

/**
 * Turns a 500 of a request that could not reach the database, or would have waited too long for it, into a 503 with the
 * time to wait; a page becomes one that says so. Next's own page for a fault, whose scripts no browser runs, is replaced too.
 * @param {Request} request
 * @param {Response} response
 * @param {Answer} answer
 */
function replaceFailed(request, response, answer) {
  const { writeHead, write, end } = response;
  let isReplaced = false;
  /** @type {any} */ (response).writeHead = function replaced(
    /** @type {number} */ status,
    /** @type {any[]} */ ...rest
  ) {
    const isFault = !mustWait(answer) && status >= 500 && response.hasHeader("x-nextjs-prerender") && isPage(request);
    if (!(isFault || mustWait(answer)) || status < 500 || response.headersSent)
      return writeHead.call(response, status, ...rest);
    isReplaced = isPage(request);
    for (const name of isReplaced ? ["content-length", "content-encoding", "transfer-encoding", "etag", "link"] : [])
      response.removeHeader(name);
    if (isReplaced) response.setHeader("content-type", "text/html; charset=utf-8");
    if (isFault) {
      response.setHeader("cache-control", "no-store");
      return writeHead.call(response, status);
    }
    response.setHeader("retry-after", String(retrySeconds));
    response.setHeader("cache-control", "no-store");
    return writeHead.call(response, 503);
  };
  const begin = () => {
    if (!response.headersSent && response.statusCode >= 500) response.writeHead(response.statusCode);
  };
  /** @type {any} */ (response).write = (/** @type {any[]} */ ...given) => {
    begin();
    if (!isReplaced) return /** @type {any} */ (write).apply(response, given);
    given.find((one) => typeof one === "function")?.();
    return true;
  };
  /** @type {any} */ (response).end = (/** @type {any[]} */ ...given) => {
    begin();
    if (!isReplaced) return /** @type {any} */ (end).apply(response, given);
    const done = given.find((one) => typeof one === "function");
    const why = answer.isUnreachable ? "unreachable" : "overloaded";
    const page = mustWait(answer) ? pageOf(why, retrySeconds) : pageOf("failed", failedSeconds);
    return end.call(response, request.method === "HEAD" ? "" : page, "utf8", done);
  };
}

/** @param {Answer} answer */
const mustWait = ({ isUnreachable, isOverloaded }) => isUnreachable || isOverloaded === true;

/** @param {Request} request asked by a browser for a page, and not by a script for a part of one */
const isPage = ({ method, headers }) =>
  (method === "GET" || method === "HEAD") && (headers.accept ?? "").includes("text/html") && !headers.rsc;
