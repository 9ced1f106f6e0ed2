import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../fixtures";
import { callNumber, ownPhone } from "../unique";
import { answer } from "./tabs";

export interface Call {
  place: string;
  caller: string;
  phone?: string;
  summary: string;
  /** 0 = today, which keeps the time the form proposes. */
  daysAgo?: number;
  time?: string;
}

/** Writes a police call down and gives what the page says about it. */
export async function recordCall(page: Page, call: Call): Promise<string> {
  await page.goto("/calls");
  const form = page.locator("#record");
  await form.getByLabel("警情编号").fill(callNumber());
  if (call.daysAgo) {
    const day = new Date(Date.now() - call.daysAgo * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
    await form.getByRole("textbox", { name: "日期" }).fill(day);
    await form.getByRole("combobox", { name: "时间" }).fill(call.time ?? "09:30");
  }
  await form.getByLabel("报警人").fill(call.caller);
  await form.getByLabel("电话").fill(call.phone ?? ownPhone());
  await form.getByLabel("地点").fill(call.place);
  await form.getByLabel("报的什么").fill(call.summary);
  await form.getByRole("button", { name: "记下", exact: true }).click();
  const said = form.getByText(/^记下了。/);
  await expect(said).toBeVisible();
  return (await said.textContent()) ?? "";
}

/** The repeated calls about one place, as the page groups them. */
export const groupOf = (page: Page, place: string) =>
  page.getByRole("listitem").filter({ hasText: place }).filter({ hasText: "次" });

/** The head opens the activation of the group about this place. */
export async function openActivation(head: Page, place: string): Promise<void> {
  await head.goto("/calls");
  await expectAccessible(head);
  await groupOf(head, place).getByRole("link", { name: "启动 1+8+N" }).click();
  await expect(head.getByRole("heading", { level: 1, name: "启动 1+8+N" })).toBeVisible();
  await expectAccessible(head);
}

/** Answers everything the gate asks; "否" unless said otherwise. */
export async function answerGate(page: Page, yes: readonly string[] = []): Promise<void> {
  for (const question of [
    "有人受伤",
    "说过要伤人或自伤",
    "家里人打人、骂人、关人",
    "水电气、老人小孩今晚受影响",
    "东西被弄坏、拿走",
    "涉及未成年人",
    "够得上治安违法",
    "法院判过或调解结案",
    "法院已立案，还没结",
    "别的单位已受理",
  ]) {
    await answer(page, question, yes.includes(question) ? "是" : "否");
  }
}
