import { createTransport } from "nodemailer";
import type { Letter, Outcome, Port } from "./port";

/** In milliseconds, for each reply; all together stay below the time one handover may take (send-delivery.ts). */
export const mailTimeouts = {
  connectionTimeout: 4_000,
  greetingTimeout: 4_000,
  socketTimeout: 8_000,
  dnsTimeout: 4_000,
};

interface SmtpError {
  code?: string;
  responseCode?: number;
  command?: string;
}

/**
 * Only what the server says of this letter or its receiver is a final refusal. What it says of us, a wrong password or
 * a sender it does not accept, is for the administrator to correct, and the letter waits for that.
 */
function outcomeOf({ code, responseCode = 0, command }: SmtpError): Outcome {
  const isOfUs = code === "EAUTH" || command === "MAIL FROM" || [530, 535, 538].includes(responseCode);
  if (isOfUs && responseCode >= 500) return { is: "later", problem: "senderRefused" };
  const isOfLetter = code === "EENVELOPE" || code === "EMESSAGE";
  if (isOfLetter && responseCode >= 500) {
    const isOfAddress = command === "RCPT TO" && [550, 551, 553].includes(responseCode);
    return { is: "refused", problem: isOfAddress ? "badAddress" : "refusedThere" };
  }
  return { is: "later", problem: responseCode >= 400 ? "busyThere" : "unreachable" };
}

/** The driver reads its options from the address alone and ignores those beside it, so ours are written into it. */
function withLimits(url: string, limits: typeof mailTimeouts): string {
  const address = new URL(url);
  for (const [name, ms] of Object.entries(limits)) address.searchParams.set(name, String(ms));
  return address.href;
}

/** Mail by SMTP. `Message-ID` is made of the delivery's id, so a letter handed over twice counts as one. */
export function mailPort(url: string, from: string, limits = mailTimeouts): Port {
  const transport = createTransport(withLimits(url, limits));
  return {
    async send(letter: Letter): Promise<Outcome> {
      try {
        const { response } = await transport.sendMail({
          from,
          to: { name: letter.to.name, address: letter.to.address },
          subject: letter.subject,
          text: letter.text,
          disableFileAccess: true,
          disableUrlAccess: true,
          messageId: `<${letter.key}@zhongtiao>`,
          headers: { "Auto-Submitted": "auto-generated", "Content-Language": letter.locale },
          ...(letter.invite
            ? { icalEvent: { method: letter.invite.method, filename: "invite.ics", content: letter.invite.content } }
            : {}),
        });
        return { is: "sent", reference: response.slice(0, 120) };
      } catch (error) {
        return outcomeOf(error as SmtpError);
      }
    },
  };
}
