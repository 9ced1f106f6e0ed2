import type { Page } from "@playwright/test";

/** One way to open one dialog. */
export interface Opening {
  /** The file that draws it, under `app`. */
  file: string;
  /** Its heading; a part of it is enough. */
  title: string | RegExp;
  /** Presses what opens it, as on a phone. */
  open: (page: Page) => Promise<void>;
}

/** A page and the dialogs that one person opens on it. */
export interface Visit {
  as: string;
  path: string;
  /** Where only a desktop has it; else both sizes are looked at, opened on the phone. */
  on?: "desktop";
  dialogs: readonly Opening[];
}

/** The button of this name, the first of several. */
export const press = (name: string | RegExp) => (page: Page) =>
  page
    .getByRole("button", typeof name === "string" ? { name, exact: true } : { name })
    .first()
    .click();

/** An entry of the ⋯ menu of this name; a phone's bar has a "more" of its own, which is no menu. */
export const choose =
  (entry: string, menu: string | RegExp = "更多") =>
  async (page: Page) => {
    const button = page.getByRole("button", typeof menu === "string" ? { name: menu, exact: true } : { name: menu });
    await button.and(page.locator("[aria-haspopup=menu]")).first().click();
    await page.getByRole("menuitem", { name: entry, exact: true }).click();
  };
