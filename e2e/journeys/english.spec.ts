import { expect, expectAccessible, test } from "../fixtures";
import { bookable } from "../prepare";

const tabs = ["Overview", "Parties", "Invitations", "Record", "Agreement", "Performance", "Dossier", "Activity"];

test("an English-speaking mediator walks a dispute on the phone; the language switches and stays", async ({ as }) => {
  const mediator = await as("mediator2", { on: "phone", locale: "en" });
  const { disputeId } = await bookable(mediator);
  await mediator.goto(`/disputes/${disputeId}`);
  const parts = mediator.getByRole("navigation", { name: "Parts of this dispute" });
  for (const tab of tabs) {
    const link = parts.getByRole("link", { name: new RegExp(`^${tab}`) });
    await link.click();
    await expect(link).toHaveAttribute("aria-current", "page");
    await expectAccessible(mediator);
    const main = mediator.getByRole("main");
    const ours = main.locator("h2, th[scope=col], legend").or(parts.getByRole("link"));
    const words = (await ours.allTextContents()).filter((text) => !/刘玉芬|张建国|沈静|令狐晓峰/.test(text));
    expect(
      words.filter((text) => /\p{Script=Han}/u.test(text)),
      `Chinese words on ${tab}`,
    ).toEqual([]);
  }

  await mediator.goto("/disputes");
  await expect(mediator.getByRole("heading", { level: 1, name: "Disputes" })).toBeVisible();
  await mediator
    .getByRole("button", { name: /account and settings$/ })
    .filter({ visible: true })
    .first()
    .click();
  await mediator.getByRole("menuitemradio", { name: "中文" }).filter({ visible: true }).click();
  await expect(mediator.getByRole("heading", { level: 1, name: "案件" })).toBeVisible();
  await mediator.reload();
  await expect(mediator.getByRole("heading", { level: 1, name: "案件" })).toBeVisible();
});

test("the form of a new dispute fits 1366 × 768 in English too", async ({ as }) => {
  const mediator = await as("mediator2", { locale: "en" });
  await mediator.goto("/register");
  const last = await mediator.getByRole("radiogroup", { name: "A public-order violation" }).boundingBox();
  const foot = await mediator.locator("[data-foot]").boundingBox();
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeGreaterThan(0);
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThan(foot?.y ?? 0);
});
