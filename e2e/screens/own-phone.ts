import type { Locator, Page } from "@playwright/test";
import { expect } from "../fixtures";

/** The mediator asks one signer to sign on their own phone and copies the address of the link; it is shown this once. */
export async function askToSign(mediator: Page, disputeId: string, name: string): Promise<string> {
  await mediator.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await mediator.goto(`/disputes/${disputeId}/agreement`);
  await mediator.getByRole("button", { name: `请${name}用自己手机签` }).click();
  const dialog = mediator.getByRole("dialog");
  await dialog.getByRole("button", { name: "生成签字码", exact: true }).click();
  await expect(dialog.getByRole("img", { name: `${name}的签字二维码` })).toBeVisible();
  await dialog.getByRole("button", { name: "复制链接" }).click();
  await expect(mediator.getByText("链接已复制")).toBeVisible();
  const address = await mediator.evaluate(() => navigator.clipboard.readText());
  await dialog.getByRole("button", { name: "好了" }).click();
  return address;
}

/** The last four of the phone or ID number, on the page that a link to sign opens first. */
export async function tellWho(page: Page, lastFour: string): Promise<void> {
  await page.getByLabel("手机号或身份证号后四位").fill(lastFour);
  await page.getByRole("button", { name: "看协议" }).click();
}

const fieldOf = (page: Page): Locator => page.getByRole("img", { name: /^在这里写/ });

/** Draws strokes in the field, in parts of its width and height. */
export async function draw(page: Page, strokes: readonly (readonly (readonly [number, number])[])[]): Promise<void> {
  const field = fieldOf(page);
  // The foot of the page lies over what is at its end.
  await field.evaluate((one) => one.scrollIntoView({ block: "center" }));
  const box = await field.boundingBox();
  if (!box) throw new Error("no field to sign in");
  for (const [first, ...rest] of strokes) {
    if (!first) continue;
    await page.mouse.move(box.x + first[0] * box.width, box.y + first[1] * box.height);
    await page.mouse.down();
    for (const [x, y] of rest) await page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 6 });
    await page.mouse.up();
  }
}

/** 大, twice over: more than a line, less than calligraphy. */
export const written = [0.1, 0.55].flatMap((left) => [
  [
    [left, 0.4],
    [left + 0.3, 0.37],
  ],
  [
    [left + 0.16, 0.15],
    [left + 0.14, 0.5],
    [left, 0.85],
  ],
  [
    [left + 0.15, 0.45],
    [left + 0.32, 0.85],
  ],
  [
    [left + 0.02, 0.9],
    [left + 0.3, 0.6],
    [left + 0.05, 0.6],
    [left + 0.3, 0.92],
    [left + 0.1, 0.7],
    [left + 0.25, 0.98],
  ],
]) as [number, number][][];

/** How many points of ink are in the field; none while its script has not given it a size. */
export const inkIn = (page: Page): Promise<number> =>
  fieldOf(page).evaluate((one) => {
    const canvas = one as HTMLCanvasElement;
    if (canvas.width === 0 || canvas.height === 0) return 0;
    const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let ink = 0;
    for (let i = 3; i < data.length; i += 4) if ((data[i] ?? 0) > 0) ink += 1;
    return ink;
  });

/** Ticks both sentences and draws a written name. */
export async function signName(page: Page): Promise<void> {
  await tickBoth(page);
  await draw(page, written);
  await page.getByRole("button", { name: "确认签字" }).click();
}

export async function tickBoth(page: Page): Promise<void> {
  await page.getByLabel("我自愿签，没有人逼我").check();
  await page.getByLabel("我看懂了，或听人念过、听懂了").check();
}
