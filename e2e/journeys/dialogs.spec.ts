import type { Locator, Page } from "@playwright/test";
import { visits } from "../dialogs/list";
import { expect, test } from "../fixtures";

const phone = { width: 390, height: 844 };
const desktop = { width: 1366, height: 768 };

/** What a person at this size would call broken, in words; nothing where all is well. */
async function faultsAt(page: Page, size: { width: number; height: number }): Promise<string[]> {
  await page.setViewportSize(size);
  return page.evaluate(() => {
    const dialog = document.querySelector("[role=dialog]");
    if (!dialog) return ["the dialog is gone"];
    const seen = ({ left, right, top, bottom }: DOMRect) =>
      left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
    const faults: string[] = [];
    if (dialog.scrollWidth > dialog.clientWidth) faults.push("scrolls sideways");
    if (document.documentElement.scrollWidth > innerWidth) faults.push("the page scrolls sideways");
    const buttons = [...dialog.querySelectorAll("button")];
    const verb = buttons.at(-1);
    if (!verb || !seen(verb.getBoundingClientRect())) faults.push("its main button is out of sight");
    for (const { scrollWidth, clientWidth, textContent } of buttons)
      if (scrollWidth > clientWidth + 1) faults.push(`"${textContent}" is cut off`);
    if (!dialog.contains(document.activeElement)) faults.push("it does not hold the focus");
    if (document.activeElement?.matches("[class*=close]")) faults.push("Enter would close it");
    return faults;
  });
}

/** Gives every answer it offers, one after the other, and writes into every field; says which of them forgot it. */
async function answerEverything(dialog: Locator): Promise<string[]> {
  for (const select of await dialog.locator("select:enabled").all()) {
    const values = await select
      .locator("option")
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    for (const value of values.slice(0, 12)) await select.selectOption(value);
  }
  // A box lies invisible over its words, which take the press.
  for (const choice of await dialog.locator("input[type=radio]:enabled, input[type=checkbox]:enabled").all())
    await choice.check({ force: true });
  const forgot: string[] = [];
  for (const field of await dialog.locator("textarea:enabled, input[type=text]:not([readonly]):enabled").all()) {
    const words = (await field.getAttribute("inputmode")) ? "12" : "无";
    if ((await field.inputValue()) === "") await field.fill(words);
    if ((await field.inputValue()) === "") forgot.push((await field.getAttribute("aria-label")) ?? "a field");
  }
  return forgot;
}

test("every dialog opens where it is pressed, fits a phone and a desktop with its verb in sight, takes every answer, and gives the focus back", async ({
  as,
}) => {
  const faults: string[] = [];
  for (const { as: username, path, dialogs } of await visits((name) => as(name))) {
    const page = await as(username, { on: "phone" });
    await page.setViewportSize(phone);
    await page.goto(path);
    for (const { file, title, open } of dialogs) {
      await open(page);
      const dialog = page.getByRole("dialog");
      await expect(dialog.getByRole("heading", { name: title }).first(), file).toBeVisible();
      const found = [
        ...(await faultsAt(page, phone)),
        ...(await answerEverything(dialog)).map((field) => `${field} empties itself`),
        ...(await faultsAt(page, desktop)),
      ];
      faults.push(...found.map((fault) => `${file}: ${fault}`));
      await page.setViewportSize(phone);
      await page.keyboard.press("Escape");
      await expect(dialog, file).toBeHidden();
    }
  }
  expect(faults).toEqual([]);
});
