import sharp from "sharp";
import { expect, expectAccessible, test } from "../fixtures";
import { sessionNow } from "../prepare";
import { captureResponses } from "../screens/captured-responses";
import {
  answerNumber,
  card,
  does,
  draw,
  expectNotInPage,
  goToLane,
  lane,
  putNumber,
  say,
  startedDesk,
  stateOf,
  uncover,
} from "../screens/desk";
import { openTab } from "../screens/tabs";

const [liu, zhang] = ["刘玉芬", "张建国"];

test("private lanes: Esc covers, holding Space shows, a caucus hides the other sides; a photo stays in its lane; danger reaches the station", async ({
  as,
}) => {
  const mediator = await as("mediator");
  const at = await sessionNow(mediator);
  await startedDesk(mediator, at);
  await say(mediator, `@${liu} #焦点 拆的是不是承重墙`);
  const [ofA, ofB, own] = ["甲方底线三千八", "乙方说急用钱", "先谈加固再谈钱"];

  await goToLane(mediator, "只与甲方");
  await expect(mediator.getByText("现在记进：只与甲方，别的方看不到")).toBeVisible();
  await say(mediator, `#方案 ${ofA}`);
  await goToLane(mediator, "只与乙方");
  await say(mediator, `#诉求 ${ofB}`);
  await goToLane(mediator, "仅调解员");
  await say(mediator, `#记事 ${own}`);
  await expectAccessible(mediator);
  await mediator.keyboard.press("Escape");
  for (const words of [ofA, ofB, own]) await expectNotInPage(mediator, words);
  await expect(lane(mediator, "只与甲方")).toHaveCount(0);
  await expect(lane(mediator, "仅调解员")).toHaveCount(0);

  const ear = captureResponses(mediator);
  await mediator.reload();
  await expect(card(mediator, "拆的是不是承重墙")).toBeVisible();
  for (const words of [ofA, ofB, own]) await ear.expectNever(words);

  await goToLane(mediator, "只与甲方");
  const covered = mediator.getByRole("button", { name: "只与甲方，内容已遮住" });
  await expectNotInPage(mediator, ofA);
  await covered.focus();
  await mediator.keyboard.down(" ");
  await expect(mediator.getByRole("button", { name: ofA })).toBeVisible();
  await mediator.keyboard.up(" ");
  await expectNotInPage(mediator, ofA);

  const png = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#998877" } })
    .png()
    .toBuffer();
  const photo = { name: "甲方给的照片.png", mimeType: "image/png", buffer: png };
  await mediator.locator('input[type="file"][multiple]').setInputFiles(photo);
  const picture = mediator.getByRole("region", { name: /^照片和录音/ }).getByRole("link");
  await expect(picture).toBeVisible();
  const address = (await picture.getAttribute("href")) ?? "";
  expect((await mediator.request.get(address)).status()).toBe(200);
  for (const name of ["mediator2", "officer", "head", "committee"])
    expect((await (await as(name)).request.get(address)).status(), name).toBe(404);
  await goToLane(mediator, "联席");
  await expect(picture).toHaveCount(0);

  await mediator.getByRole("button", { name: "背靠背" }).click();
  await mediator.getByRole("menuitem", { name: `只与乙方谈（${zhang}）` }).click();
  await expect(lane(mediator, "只与乙方")).toContainText("在屋里");
  await expect(lane(mediator, "只与甲方")).toHaveCount(0);
  await expect(lane(mediator, "只与乙方")).toContainText("1");
  await expect(lane(mediator, "仅调解员")).not.toContainText(/\d/);
  await expect(mediator.getByRole("button", { name: /只与甲方/ })).toHaveCount(0);
  await expectAccessible(mediator);
  await mediator.getByRole("button", { name: "请大家回来" }).click();
  await expect(lane(mediator, "只与乙方")).toHaveCount(0);

  await goToLane(mediator, "只与乙方");
  const [danger, why] = ["他说今晚要去砸门", "怕今晚出事"];
  await mediator.getByRole("button", { name: "告知危险" }).click();
  const dialog = mediator.getByRole("dialog");
  await dialog.getByLabel("哪一种危险").selectOption({ label: "要伤人" });
  await dialog.getByLabel("必须告诉的原话").fill(danger);
  await dialog.getByLabel("为什么必须告诉").fill(why);
  await dialog.getByRole("button", { name: "告诉派出所", exact: true }).click();
  await expect(dialog).toBeHidden();
  const head = await as("head");
  await openTab(head, at.disputeId, "");
  await expect(head.getByText(danger)).toBeVisible();
  await expect(head.getByText(new RegExp(why))).toBeVisible();
  for (const name of ["mediator2", "committee"]) {
    const page = await as(name);
    const other = captureResponses(page);
    for (const tab of ["", "records", "timeline"] as const) await openTab(page, at.disputeId, tab);
    await other.expectNever(danger);
  }
  const strangers = captureResponses(await as("head2"));
  await (await as("head2")).goto(`/disputes/${at.disputeId}`);
  await strangers.expectNever(danger);
});

test("a secret number ends with 没成, then with 成, and nothing shows who refused; facts are signed by hand, and a single stroke is no signature", async ({
  as,
}) => {
  const mediator = await as("mediator");
  const at = await sessionNow(mediator);
  await startedDesk(mediator, at);
  const answers: string[] = [];
  const bodies: Promise<string>[] = [];
  mediator.on("response", (response) => {
    if (!response.url().includes("/api/trpc/")) return;
    const body = response.text().catch(() => "");
    bodies.push(body);
    if (response.url().includes("desk.answerPoll")) void body.then((text) => answers.push(text));
  });
  await putNumber(mediator, "赔偿按这个数行不行", "5400");
  const before = (await stateOf(mediator, at)).polls;
  await answerNumber(mediator, liu, "接受");
  expect((await stateOf(mediator, at)).polls).toEqual(before);
  await uncover(mediator);
  await expect(mediator.getByText("等答")).toBeVisible();
  await answerNumber(mediator, zhang, "不接受");
  await uncover(mediator);
  const numbers = mediator.getByRole("region", { name: /^背靠背问价/ });
  await expect(numbers).toContainText("没成");
  expect(answers).toHaveLength(2);
  expect(answers[0]).toBe(answers[1]);
  for (const text of await Promise.all(bodies)) expect(text).not.toMatch(/accepts|answeredSides|refusedBy/);
  expect(Object.keys((await stateOf(mediator, at)).polls[0] ?? {}).sort()).toEqual(
    ["amountFen", "closedAt", "id", "openedAt", "question", "sides", "status"].sort(),
  );
  await putNumber(mediator, "退一步，这个数呢", "4200");
  for (const name of [zhang, liu]) await answerNumber(mediator, name, "接受");
  await uncover(mediator);
  await expect(numbers.getByText("成", { exact: true })).toBeVisible();

  await say(mediator, `#事实 ${"墙是十月三日拆的"}`);
  await does(mediator, card(mediator, "墙是十月三日拆的"), "各方都认");
  await mediator.getByRole("button", { name: "写成一份" }).click();
  // Only who is there signs.
  await mediator.getByRole("checkbox", { name: `甲方 ${liu}` }).check();
  await mediator.getByRole("button", { name: `请${liu}签事实` }).click();
  const screen = mediator.getByRole("dialog", { name: `${liu}签事实` });
  const go = screen.getByRole("button", { name: "确认签字" });
  const field = screen.getByRole("img", { name: `${liu}签名的地方` });
  // Until the pad is there nothing is drawn; what is drawn after that counts.
  await expect(async () => {
    await draw(mediator, field, [
      [
        [0.2, 0.5],
        [0.8, 0.5],
      ],
    ]);
    await expect(go).toBeEnabled({ timeout: 3_000 });
  }).toPass();
  await go.click();
  await expect(screen.getByText("几条线不算签名，请一笔一画把名字写全。")).toBeVisible();
  await screen.getByRole("button", { name: "清除" }).click();
  await expect(async () => {
    await draw(mediator, field, [
      [
        [0.2, 0.3],
        [0.35, 0.3],
        [0.2, 0.6],
        [0.4, 0.6],
      ],
      [
        [0.5, 0.2],
        [0.5, 0.8],
      ],
      [
        [0.6, 0.3],
        [0.75, 0.7],
        [0.6, 0.7],
        [0.75, 0.3],
      ],
    ]);
    await expect(go).toBeEnabled({ timeout: 3_000 });
  }).toPass();
  await expectAccessible(mediator);
  await go.click();
  await expect(screen).toBeHidden();
  await expect(mediator.getByRole("region", { name: /^没争议的事实/ })).toContainText(/签名 \d/);
});
