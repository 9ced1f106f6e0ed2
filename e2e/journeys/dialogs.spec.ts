import type { Locator, Page } from "@playwright/test";
import { ask, must } from "../api";
import { visits } from "../dialogs/list";
import { takenIn } from "../dialogs/matters";
import { expect, test } from "../fixtures";
import { ownPhone } from "../unique";

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

/**
 * Gives every answer the dialog offers, one after the other, with those that an answer brings up, and writes into every
 * field; says which of them forgot it. In one call, because there are hundreds.
 */
function answerEverything(dialog: Locator): Promise<string[]> {
  return dialog.evaluate(async (root) => {
    // React has drawn what an event changed before the next task.
    const drawn = () => new Promise<void>((rest) => setTimeout(rest));
    const set = (field: HTMLElement, value: string, event: string) => {
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, value);
      field.dispatchEvent(new Event(event, { bubbles: true }));
    };
    const choices = "input[type=radio]:enabled, input[type=checkbox]:enabled, select:enabled";
    const given = new Set<Element>();
    for (let next: Element | undefined; given.size < 200; given.add(next)) {
      next = [...root.querySelectorAll(choices)].find((one) => !given.has(one));
      if (!next) break;
      if (next instanceof HTMLSelectElement)
        for (const { value } of [...next.options].slice(0, 12)) set(next, value, "change");
      else if (!(next as HTMLInputElement).checked) (next as HTMLInputElement).click();
      await drawn();
    }
    const fields = [...root.querySelectorAll<HTMLInputElement>("textarea:enabled, input:enabled")].filter(
      (one) =>
        one.value === "" &&
        !one.matches(
          "[type=radio], [type=checkbox], [type=hidden], [type=file], [aria-haspopup=listbox], [data-day], [readonly]",
        ),
    );
    for (const field of fields) set(field, field.inputMode ? "12" : "无", "input");
    await drawn();
    return fields
      .filter((one) => one.isConnected && one.value === "")
      .map((one) => one.labels?.[0]?.textContent ?? "?");
  });
}

test("every dialog opens where it is pressed, fits a phone and a desktop with its verb in sight, takes every answer, and gives the focus back", async ({
  as,
}) => {
  const faults: string[] = [];
  for (const { as: username, on = "phone", path, dialogs } of await visits((name) => as(name))) {
    const page = await as(username, { on });
    const own = on === "phone" ? phone : desktop;
    await page.setViewportSize(own);
    await page.goto(path);
    for (const { file, title, open } of dialogs) {
      await open(page);
      const dialog = page.getByRole("dialog");
      await expect(dialog.getByRole("heading", { name: title }).first(), file).toBeVisible();
      // What is read first stands in a dialog of its own; the focus comes a moment after a dialog is drawn.
      await expect(dialog.getByText("正在找"), `${file} is read`).toHaveCount(0);
      await expect(page.locator("[role=dialog]:focus-within"), `${file} takes the focus`).toBeVisible();
      const found = [
        ...(await faultsAt(page, own)),
        ...(await answerEverything(dialog)).map((field) => `${field} empties itself`),
        ...(await faultsAt(page, desktop)),
      ];
      faults.push(...found.map((fault) => `${file}: ${fault}`));
      await page.setViewportSize(own);
      await page.keyboard.press("Escape");
      await expect(dialog, file).toBeHidden();
    }
  }
  expect(faults).toEqual([]);
});

test("a dialog longer than a phone, pressed too early, says in sight what is missing", async ({ as }) => {
  const admin = await as("admin", { on: "phone" });
  await admin.setViewportSize({ width: 360, height: 560 });
  const { rows } = await must(ask<{ rows: { id: string }[] }>(admin, "people.list", { q: "司徒婉仪" }));
  await admin.goto(`/admin/people?person=${rows[0]?.id}`);
  await admin.getByRole("button", { name: "加兼任身份" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByRole("button", { name: "给这个身份", exact: true }).click();
  await expect(dialog.getByRole("alert")).toHaveText(/^还差：/);
  await expect(dialog.getByRole("alert")).toBeInViewport({ ratio: 1 });
});

test("lines typed into a dialog are offered again after the browser's way back, and no more once the act is done", async ({
  as,
}) => {
  const mediator = await as("mediator", { on: "phone" });
  const { disputeId } = await takenIn(mediator, { track: "peoples" });
  const dialog = mediator.getByRole("dialog");
  const lines = { 姓名或单位: "皇甫小满", 电话: ownPhone(), 住在哪里: "柳湾路 3 号" };
  const open = () => mediator.getByRole("button", { name: "加一方或一人", exact: true }).click();
  await mediator.goto(`/disputes/${disputeId}`);
  await mediator
    .getByRole("navigation", { name: "这件纠纷的各部分" })
    .getByRole("link", { name: /^当事人/ })
    .click();
  await open();
  for (const [label, words] of Object.entries(lines)) await dialog.getByLabel(label).fill(words);
  await mediator.goBack();
  await expect(dialog).toBeHidden();
  await mediator.goForward();
  await open();
  await expect(dialog.getByText("先前在这里填过的 3 处没有交上。")).toBeVisible();
  await expect(dialog.getByLabel("姓名或单位"), "it is never filled in by itself").toHaveValue("");
  await dialog.getByRole("button", { name: "接着填" }).click();
  // They come back one after the other.
  for (const [label, words] of Object.entries(lines))
    await expect
      .poll(async () => (await dialog.getByLabel(label).inputValue()).replaceAll(" ", ""))
      .toBe(words.replaceAll(" ", ""));
  await dialog.getByRole("button", { name: "加上", exact: true }).click();
  await expect(dialog).toBeHidden();
  await open();
  await expect(dialog.getByLabel("姓名或单位")).toHaveValue("");
  await expect(dialog.getByRole("button", { name: "接着填" })).toBeHidden();
});
