import { boundedBody } from "../../bounded-body";
import { answerCalls, type SentHeaders } from "./answer-calls";
import { isOwnRequest } from "./same-origin";

/** Room for ten of the longest acts together: texts, signature strokes, lists of parties. */
const mostBytes = 1024 * 1024;
/** How much more is read and discarded, because a browser reads the answer only after it has sent everything. */
const drainBytes = 8 * mostBytes;

/** The procedures for bin/operation/processes/answer-calls.mjs, which answers calls in front of Next. */
interface Procedures {
  isOwn: (headers: SentHeaders) => boolean;
  mostBytes: number;
  drainBytes: number;
  answer: typeof answerCalls;
}
declare global {
  var zhongtiaoProcedures: Procedures | undefined;
}
// From the second call on; a development server loads this file anew when it changes, and answers all calls here.
if (process.env.NODE_ENV === "production")
  globalThis.zhongtiaoProcedures = {
    isOwn: (headers) => isOwnRequest({ headers }),
    mostBytes,
    drainBytes,
    answer: answerCalls,
  };

/** Reads are POST requests too, so that no search word is in an address; there is no GET. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnRequest(request)) return new Response(null, { status: 403 });
  const body = await boundedBody(request, mostBytes, drainBytes);
  const { body: said, ...given } = await answerCalls({ url: request.url, headers: request.headers, body });
  return new Response(said, given);
}
