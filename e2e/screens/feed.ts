import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../fixtures";

/** Asks for a subscription address on the calendar page and gives it; it is shown this once. */
export async function subscribe(page: Page): Promise<string> {
  await page.goto("/calendar");
  await page.getByRole("link", { name: "订阅日历" }).click();
  await page.getByRole("button", { name: "要一个订阅地址" }).click();
  const address = page.getByLabel("订阅地址", { exact: true });
  await expect(address).toBeVisible();
  await expectAccessible(page);
  const value = await address.inputValue();
  await page.getByRole("button", { name: "记好了" }).click();
  return value;
}

/** What a calendar program gets: no cookie, no sign-in, only what it knew before. */
export async function readFeed(address: string, etag?: string) {
  const answer = await fetch(address, { headers: etag ? { "If-None-Match": etag } : {} });
  return {
    status: answer.status,
    type: answer.headers.get("content-type") ?? "",
    etag: answer.headers.get("etag") ?? "",
    cookie: answer.headers.get("set-cookie"),
    text: await answer.text(),
  };
}

/** The entry of one booking, its folded lines joined. */
export function entryOf(text: string, bookingId: string): Record<string, string> {
  const entries = text
    .replace(/\r?\n[ \t]/g, "")
    .split("BEGIN:VEVENT")
    .slice(1);
  const entry = entries.find((one) => one.includes(bookingId));
  if (!entry) throw new Error(`no entry of ${bookingId}`);
  const lines = (entry.split("END:VEVENT")[0] ?? "").split(/\r?\n/).filter(Boolean);
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]));
}
