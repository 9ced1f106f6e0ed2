import { expect, type Locator, type Page } from "@playwright/test";
import type { Room } from "../prepare";
import { answer, openTab } from "./tabs";

/** An instant in Shanghai's local time: day and time as typed into the form. */
export function dayAndTime(instant: string): { day: string; time: string } {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return { day: local.slice(0, 10), time: local.slice(11, 16) };
}

/** The page shows this moment. */
export async function expectMoment(page: Page, instant: string): Promise<void> {
  const shown = () =>
    page.locator("time").evaluateAll((all) => all.map((one) => Date.parse((one as HTMLTimeElement).dateTime)));
  await expect.poll(shown, { message: `${instant} on ${page.url()}` }).toContain(Date.parse(instant));
}

/** Fills in day, time and room, in the booking form or the dialog that moves a session. */
export async function fillWhen(form: Locator | Page, startsAt: string, room?: Room): Promise<void> {
  const { day, time } = dayAndTime(startsAt);
  await form.getByLabel("日期", { exact: true }).fill(day);
  await form.getByLabel("日期", { exact: true }).press("Tab");
  await form.getByLabel("几点").fill(time);
  if (room) await form.getByLabel("哪间屋").selectOption(room.id);
}

/** Opens the sessions tab and fills in the booking form; everyone who agreed to come is ticked already. */
export async function fillBooking(page: Page, disputeId: string, startsAt: string, room: Room): Promise<void> {
  await openTab(page, disputeId, "sessions");
  const again = page.getByRole("button", { name: "再排一次会" });
  const title = page.getByRole("heading", { name: "排调解会", exact: true });
  await expect(again.or(title)).toBeVisible();
  if (await again.isVisible()) await again.click();
  await fillWhen(page, startsAt, room);
}

/**
 * Presses a button that gives people an hour, until what follows is there. A journey takes the hours that are left, which may lie
 * outside somebody's week: the mediator says then why they come all the same, as the form asks.
 */
export async function pressDespite(form: Locator | Page, name: string, follows: () => Promise<void>): Promise<void> {
  const button = form.getByRole("button", { name });
  const why = form.getByLabel("为什么仍能来");
  await button.click();
  await expect(async () => {
    if ((await why.isVisible()) && (await why.inputValue()) === "") {
      await why.fill("电话里说能来");
      await button.click();
    }
    await follows();
  }).toPass();
}

/** Presses the booking button and waits for the session in the list. */
export async function book(page: Page, n: number): Promise<void> {
  const session = page.getByRole("heading", { name: `第 ${n} 次调解会` });
  await pressDespite(page, "排这次会", () => expect(session).toBeVisible({ timeout: 5_000 }));
}

/** Writes down the held session number `n`: everyone came. */
export async function recordSession(
  page: Page,
  disputeId: string,
  n: number,
  result: string,
  text: string,
): Promise<void> {
  await openTab(page, disputeId, "sessions");
  const form = page.getByRole("form", { name: `记录第 ${n} 次调解会` });
  await answer(form, "结果", result);
  await form.getByLabel("会上说了什么").fill(text);
  await form.getByRole("button", { name: "存下记录" }).click();
  await expect(form).toBeHidden();
}

/** Writes a note into a lane; private lanes are hidden until opened. */
export async function writeNote(page: Page, disputeId: string, lane: string, text: string): Promise<void> {
  await openTab(page, disputeId, "records");
  const show = page.getByRole("button", { name: "显示私下记录" });
  if (await show.isVisible()) await show.click();
  const form = page.getByRole("form", { name: "记一条" });
  await answer(form, "记进哪里", lane);
  await form.getByLabel("写什么").fill(text);
  await form.getByRole("button", { name: "记下" }).click();
  await expect(form.getByLabel("写什么")).toHaveValue("");
}
