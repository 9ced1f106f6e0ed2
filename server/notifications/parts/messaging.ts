import type { Locale } from "@/db/vocabulary";
import type { Ports } from "../ports/port";
import type { OuterChannel } from "./channels";

/** Values a message is filled with. */
export type Filling = Readonly<Record<string, string | number>>;

/** What sending needs from outside: the texts of the catalogues, the ports and our own address. */
export interface Messaging {
  ports: Ports;
  /** `messages.<key>` of the catalogue, filled. */
  translate: (locale: Locale, key: string, filling: Filling) => string;
  /** Dates as people read them in a language. */
  span: (locale: Locale, from: string, to: string, now: Date) => string;
  moment: (locale: Locale, at: string, now: Date) => string;
  day: (locale: Locale, on: string, now: Date) => string;
  /** Where people open the app: "https://…", without a slash at the end. */
  baseUrl: string;
  /** Who mail is from; an address or "Name <address>". */
  mailFrom: string;
}

/** Robots that are set up. */
export const robotsOf = ({ wecom, dingtalk }: Ports): OuterChannel[] => [
  ...(wecom ? (["wecom"] as const) : []),
  ...(dingtalk ? (["dingtalk"] as const) : []),
];
