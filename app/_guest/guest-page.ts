import type { Html, Part } from "@/app/_plain-pages/html";
import { plainPage } from "@/app/_plain-pages/page";
import type { GuestWords } from "./words";

/** A plain page under the title of all pages for guests. */
export const guestPage = (
  { locale, layout, guest }: GuestWords,
  page: { nonce: string | null; main: Part; script?: string },
): Html => plainPage({ title: guest("title"), locale, frame: layout, ...page });
