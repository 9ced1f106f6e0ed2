import { appendFile, mkdir } from "node:fs/promises";
import path from "node:path";
import { recordedReference } from "@/db/schema/notifications";
import type { OuterChannel } from "../parts/channels";
import type { Port } from "./port";

/**
 * The port used where no provider is set: writes what would have been sent as JSON lines in `folder`, and sends
 * nothing.
 */
export function recordingPort(channel: OuterChannel, folder: string | null): Port {
  return {
    async send(letter) {
      if (folder) {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const line = JSON.stringify({
          channel,
          key: letter.key,
          to: letter.to.address,
          subject: letter.subject,
          text: letter.text,
        });
        await appendFile(path.join(folder, `${channel}.jsonl`), `${line}\n`, { mode: 0o600 });
      }
      return { is: "sent", reference: recordedReference };
    },
  };
}
