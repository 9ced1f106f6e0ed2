import { expect, type Locator, type Page } from "@playwright/test";
import sharp from "sharp";
import { ask, must } from "../api";
import type { AtDesk } from "../prepare";
import { openTab } from "./tabs";

export const deskAddress = ({ disputeId, sessionId }: AtDesk) => `/disputes/${disputeId}/sessions/${sessionId}/desk`;

interface DeskState {
  cards: { id: string; lane: string; text: string | null; speaker: string | null; kind: string }[];
  files: { id: string }[];
  people: { name: string; attendance: string }[];
  polls: Record<string, unknown>[];
}
/** The session desk as the server has it, read as its lead. */
export const stateOf = (page: Page, { disputeId, sessionId }: AtDesk): Promise<DeskState> =>
  must(ask<DeskState>(page, "desk.state", { disputeId, sessionId }));

/** Goes from the sessions tab to the desk of today's session. */
export async function enterDesk(page: Page, at: AtDesk): Promise<void> {
  await openTab(page, at.disputeId, "sessions");
  await page.getByRole("link", { name: "进会议台" }).click();
  await page.waitForURL(new RegExp(`${deskAddress(at)}$`));
  await expect(page.getByRole("heading", { name: "第 1 次调解会" })).toBeVisible();
}

/** Opens a session desk on which the rights were read out and the talk has begun. */
export async function startedDesk(page: Page, at: AtDesk): Promise<void> {
  await page.goto(deskAddress(at));
  await begin(page);
}

/** Says that the rights were told, and starts. */
export async function begin(page: Page): Promise<void> {
  await page.locator("label", { hasText: "已向在场各方说明" }).click();
  await page.getByRole("button", { name: "开始", exact: true }).click();
  await expect(page.getByRole("timer")).toBeVisible();
}

export const line = (page: Page) => page.getByRole("textbox", { name: /^说了什么/ });

/** Types a card as one text, "@张建国 #方案 …", and waits until the server has it, if the page is online. */
export async function say(page: Page, words: string, { isUp = true } = {}): Promise<void> {
  await line(page).fill(words);
  await line(page).press("Enter");
  await expect(line(page)).toHaveValue("");
  if (isUp) await expectSaved(page);
}
export const expectSaved = (page: Page) => expect(page.getByText(/^已存到服务器 \d/)).toBeVisible();

export const card = (page: Page, words: string): Locator =>
  page.getByRole("article").filter({ hasText: words }).first();
export const column = (page: Page, name: string): Locator => page.getByRole("region", { name: new RegExp(`^${name}`) });

/** One of the acts behind a card's menu. */
export async function does(page: Page, at: Locator, verb: string): Promise<void> {
  await at.getByRole("button", { name: "这张卡能做的" }).click();
  await page.getByRole("menuitem", { name: verb, exact: true }).click();
}

export const lane = (page: Page, name: string): Locator =>
  page.getByRole("tablist", { name: "记进哪一类" }).getByRole("tab", { name });

/** Uncovers the private lanes if they are covered. */
export async function uncover(page: Page): Promise<void> {
  const open = page.getByRole("button", { name: "打开各类记录" });
  await expect(open.or(page.getByRole("button", { name: "全部遮住" }))).toBeVisible();
  if (await open.isVisible()) await open.click();
}

/** Uncovers the private lanes if they are covered, and goes to one of them. */
export async function goToLane(page: Page, name: string): Promise<void> {
  await uncover(page);
  await lane(page, name).click();
  await expect(lane(page, name)).toHaveAttribute("aria-selected", "true");
}

/** What this browser has stored of the talk: the readable text, and how many bytes are encrypted. */
export function draftStoreOf(page: Page): Promise<{ clear: string; locked: number }> {
  return page.evaluate(async () => {
    const opening = indexedDB.open("zhongtiao-desk");
    await new Promise((resolve) => opening.addEventListener("success", resolve));
    const asking = opening.result.transaction("kept").objectStore("kept").getAll();
    await new Promise((resolve) => asking.addEventListener("success", resolve));
    opening.result.close();
    const kept = asking.result as { sealed: { bytes: ArrayBuffer } | null }[];
    const text = (bytes: ArrayBuffer) => new TextDecoder().decode(bytes);
    return {
      clear: JSON.stringify(kept) + kept.map(({ sealed }) => (sealed ? text(sealed.bytes) : "")).join(),
      locked: kept.reduce((sum, { sealed }) => sum + (sealed?.bytes.byteLength ?? 0), 0),
    };
  });
}

/** A photo as a phone would take it, only smaller. */
export const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: "#998877" } })
    .png()
    .toBuffer();

/** The words are nowhere in the page: in no text, attribute or field. */
export async function expectNotInPage(page: Page, words: string): Promise<void> {
  const all = async () =>
    (await page.content()) +
    (await page
      .locator("input, textarea")
      .evaluateAll((fields) => fields.map((one) => (one as HTMLInputElement).value)));
  await expect.poll(all, { message: `${words} on ${page.url()}` }).not.toContain(words);
}

/** Asks both sides for one number, which then waits for their answers. */
export async function putNumber(page: Page, question: string, yuan: string): Promise<void> {
  await uncover(page);
  await page.getByRole("button", { name: "对一个数" }).click();
  const form = page.getByRole("form", { name: "对一个数" });
  await form.getByLabel("问什么").fill(question);
  await form.getByLabel("多少元").fill(yuan);
  await form.getByRole("button", { name: "就问这个数" }).click();
  await expect(page.getByText("等答")).toBeVisible();
}

/** The device goes to one party, who answers, and comes back. */
export async function answerNumber(page: Page, name: string, answer: "接受" | "不接受"): Promise<void> {
  await uncover(page);
  await page.getByRole("button", { name: "交给各方答" }).click();
  const screen = page.getByRole("dialog", { name: "答一个数" });
  await screen.getByRole("button", { name }).click();
  await screen.getByRole("button", { name: answer, exact: true }).click();
  await expect(screen.getByText("收到了，谢谢您")).toBeVisible();
  await screen.getByRole("button", { name: "交还调解员" }).click();
  await expect(screen).toBeHidden();
}

/** Draws lines into the field of a signature, given in parts of its width and height. */
export async function draw(
  page: Page,
  field: Locator,
  strokes: readonly (readonly [number, number])[][],
): Promise<void> {
  const box = await field.boundingBox();
  if (!box) throw new Error("nowhere to sign");
  for (const stroke of strokes) {
    for (const [nth, [x, y]] of stroke.entries()) {
      await page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 4 });
      if (nth === 0) await page.mouse.down();
    }
    await page.mouse.up();
  }
}

/** Withholds animation frames from the page until the returned function is called, as on a machine that draws late. */
export async function holdFrames(page: Page): Promise<() => Promise<void>> {
  const held = await page.evaluateHandle(() => {
    const onTime = window.requestAnimationFrame;
    const waiting: FrameRequestCallback[] = [];
    window.requestAnimationFrame = (must) => waiting.push(must);
    return { onTime, waiting };
  });
  return () =>
    held.evaluate(({ onTime, waiting }) => {
      window.requestAnimationFrame = onTime;
      for (const must of waiting) must(performance.now());
    });
}
