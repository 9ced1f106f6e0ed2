import { createHmac } from "node:crypto";
import { currentTime } from "../../kernel/clock";
import type { Port } from "./port";
import { outcomeOfStatus, postJson } from "./post-json";

/**
 * A county's own SMS platform, or a small relay before a vendor's. POST of `{ id, to, text, sentAt }` with
 * `X-Timestamp` (seconds) and `X-Signature`, the hex HMAC-SHA256 over `timestamp + "\n" + body`; answered by
 * `{ "code": 0, "id": "…" }`, or another code with `"retry": false` when it is of no use to try again
 * ("badNumber" for a number that does not exist).
 */
export function countySmsPort(url: string, key: string): Port {
  return {
    async send({ key: id, to, text }) {
      const timestamp = String(Math.floor(currentTime().getTime() / 1_000));
      const body = JSON.stringify({ id, to: to.address, text });
      const signature = createHmac("sha256", key).update(`${timestamp}\n${body}`).digest("hex");
      const posted = await postJson(url, id, body, { "X-Timestamp": timestamp, "X-Signature": signature });
      const outcome = outcomeOfStatus(posted);
      if (outcome || !posted) return outcome ?? { is: "later", problem: "unreachable" };
      const { code, retry, id: reference } = posted.body;
      if (code === 0) return { is: "sent", reference: String(reference ?? "").slice(0, 120) };
      if (code === "badNumber") return { is: "refused", problem: "badAddress" };
      return retry === false ? { is: "refused", problem: "refusedThere" } : { is: "later", problem: "busyThere" };
    },
  };
}
