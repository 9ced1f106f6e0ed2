import type { Locale } from "@/db/vocabulary";
import type { OuterChannel } from "../parts/channels";

/** One message on its way out, rendered and addressed. */
export interface Letter {
  /** The delivery's id: the same for every try, so that the other side can tell a repetition. */
  key: string;
  locale: Locale;
  /** Empty for a robot, which writes to its group. */
  to: { name: string; address: string };
  /** Only mail has a subject. */
  subject: string;
  text: string;
  /** The session for the recipient's calendar, in mail. */
  invite?: { method: "REQUEST" | "CANCEL"; content: string };
}

/**
 * Accepted; to be tried later (`waitMs` when the other side says how long); or refused for good, with the reason as a
 * code.
 */
export type Outcome =
  | { is: "sent"; reference: string }
  | { is: "later"; problem: string; waitMs?: number }
  | { is: "refused"; problem: string };

/** The only way out of the system. Never throws because of the other side: that is an outcome. */
export interface Port {
  send(letter: Letter): Promise<Outcome>;
}

/** Mail and text messages always have a port; a robot only where a group was named. */
export interface Ports {
  email: Port;
  sms: Port;
  wecom: Port | null;
  dingtalk: Port | null;
}

export const portOf = (ports: Ports, channel: OuterChannel): Port | null => ports[channel];
