import { createHmac } from "node:crypto";
import { currentTime } from "../../kernel/clock";
import type { Outcome, Port } from "./port";
import { outcomeOfStatus, type Posted, postJson } from "./post-json";

const minute = 60_000;
/** Both robots accept twenty messages a minute and then none for ten minutes, so we stay below. */
const perMinute = 18;

/** A rate limit: so many pass in a minute; the rest is told how long to wait, without asking the other side. */
function rateLimit(): () => number {
  let passed: number[] = [];
  return () => {
    const now = performance.now();
    passed = passed.filter((at) => now - at < minute);
    const [first] = passed;
    if (passed.length >= perMinute && first !== undefined) return first + minute - now;
    passed.push(now);
    return 0;
  };
}

/** Robots answer 200 whatever happened; the result is `errcode` in the body. */
function outcomeOfCode(posted: Posted | null, busy: readonly number[]): Outcome {
  const outcome = outcomeOfStatus(posted);
  if (outcome || !posted) return outcome ?? { is: "later", problem: "unreachable" };
  const code = Number(posted.body.errcode ?? Number.NaN);
  if (code === 0) return { is: "sent", reference: "" };
  if (code === -1 || Number.isNaN(code)) return { is: "later", problem: "unreachable" };
  return busy.includes(code)
    ? { is: "later", problem: "busyThere", waitMs: minute }
    : { is: "refused", problem: "refusedThere" };
}

function robot(address: () => string | URL, busy: readonly number[]): Port {
  const wait = rateLimit();
  return {
    async send({ key, text }) {
      const waitMs = wait();
      if (waitMs > 0) return { is: "later", problem: "inTurn", waitMs };
      return outcomeOfCode(
        await postJson(address(), key, JSON.stringify({ msgtype: "text", text: { content: text } })),
        busy,
      );
    },
  };
}

/** A WeCom group robot; 45009 says too many. */
export const wecomPort = (url: string): Port => robot(() => url, [45009]);

/** DingTalk's sign: base64 of HMAC-SHA256 over `timestamp + "\n" + secret`, keyed by the secret. */
export const dingtalkSign = (timestamp: number, secret: string): string =>
  createHmac("sha256", secret).update(`${timestamp}\n${secret}`).digest("base64");

/** A DingTalk group robot, signed when it has a secret; 130101 and 660026 say too many. */
export function dingtalkPort(url: string, secret: string): Port {
  const signed = () => {
    const timestamp = currentTime().getTime();
    const address = new URL(url);
    address.searchParams.set("timestamp", String(timestamp));
    address.searchParams.set("sign", dingtalkSign(timestamp, secret));
    return address;
  };
  return robot(signed, [130101, 660026]);
}
