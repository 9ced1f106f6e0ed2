import { demoPassword } from "@/server/demo/password";
import { ask, must, send } from "../api";
import { expect, expectAccessible, test } from "../fixtures";
import { sessionNow } from "../prepare";
import {
  begin,
  card,
  column,
  deskAddress,
  does,
  draftStoreOf,
  enterDesk,
  expectNotInPage,
  expectSaved,
  goToLane,
  holdFrames,
  line,
  picture,
  say,
  startedDesk,
  stateOf,
} from "../screens/desk";

const [liu, zhang] = ["刘玉芬", "张建国"];
const lawyerName = "林晓岚";

test("agenda, rights and attendance before the talk; cards written with @ and #, countered, agreed, withdrawn and moved", async ({
  as,
}) => {
  const mediator = await as("mediator");
  const at = await sessionNow(mediator);
  await enterDesk(mediator, at);
  await expectAccessible(mediator);

  await mediator.getByLabel("议程").fill("先听两家怎么说，再谈怎么修");
  await mediator.getByLabel("议程").blur();
  await mediator.locator("label", { hasText: liu }).click();
  await expect(mediator.getByRole("checkbox", { name: new RegExp(liu) })).toBeChecked();
  await mediator.getByRole("button", { name: "开始", exact: true }).click();
  await expect(mediator.getByText("先念给各方听，再打勾")).toBeVisible();
  await expect(mediator.getByRole("timer")).toHaveCount(0);
  await begin(mediator);
  await expect(mediator.getByText(/^开会前向各方说明了权利和义务/)).toBeVisible();
  await expect(mediator.getByText("2 / 3", { exact: true })).toBeVisible();
  await expectAccessible(mediator);

  // With the keyboard alone: a name and a column are picked from the suggestions, Enter writes. The frame after the
  // pick comes late, as on a slow machine, when the next character is typed already: the caret must not move.
  await line(mediator).focus();
  await mediator.keyboard.type("@");
  const who = mediator.getByRole("listbox", { name: "谁说的" });
  await expect(who.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
  await mediator.keyboard.press("ArrowDown");
  await expect(who.getByRole("option", { name: zhang })).toHaveAttribute("aria-selected", "true");
  const drawNow = await holdFrames(mediator);
  await mediator.keyboard.press("Enter");
  await mediator.keyboard.type("#");
  await drawNow();
  await mediator.keyboard.insertText("方");
  await expect(mediator.getByRole("listbox", { name: "记在哪一栏" }).getByRole("option")).toHaveText(["方案"]);
  await mediator.keyboard.press("Enter");
  await mediator.keyboard.insertText("只把裂缝补上");
  await mediator.keyboard.press("Enter");
  await expectSaved(mediator);
  const offer = card(mediator, "只把裂缝补上");
  await expect(column(mediator, "方案").locator(offer)).toContainText(zhang);

  await does(mediator, offer, "还价");
  await expect(line(mediator)).toBeFocused();
  await expect(mediator.getByText("回应：只把裂缝补上")).toBeVisible();
  await say(mediator, `@${liu} 先加固再补裂缝`);
  const counter = card(mediator, "先加固再补裂缝");
  await expect(counter).toContainText("第 2 稿");
  await expect(counter).toContainText("回应第 1 稿");
  await does(mediator, counter, "谈成了");
  await expect(mediator.getByRole("region", { name: /^谈成的/ })).toContainText("先加固再补裂缝");
  await does(mediator, offer, "撤回");
  await expect(offer).toHaveAttribute("data-state", "withdrawn");

  await say(mediator, `@${liu} #诉求 裂缝是上月开工后出现的`);
  await does(mediator, card(mediator, "裂缝是上月"), "移到事实");
  await expect(column(mediator, "事实")).toContainText("裂缝是上月开工后出现的");
  await expect(column(mediator, "诉求")).not.toContainText("裂缝是上月开工后出现的");
  await expectSaved(mediator);
  await expect
    .poll(async () => (await stateOf(mediator, at)).cards.map(({ kind, text }) => `${kind} ${text}`))
    .toEqual(expect.arrayContaining(["fact 裂缝是上月开工后出现的", "proposal 先加固再补裂缝"]));
});

test("offline, two cards wait in the browser and reach the server once; two windows that change one card get a choice of wording", async ({
  as,
}) => {
  const mediator = await as("mediator");
  const at = await sessionNow(mediator);
  await startedDesk(mediator, at);
  await say(mediator, `@${liu} #焦点 谁来出鉴定费`);
  const second = await as("mediator", { locale: "en" });
  await second.goto(deskAddress(at));
  await expect(card(second, "谁来出鉴定费")).toBeVisible();

  await mediator.context().setOffline(true);
  await expect(mediator.getByText(/^断网了/)).toBeVisible();
  for (const words of ["断网时第一句", "断网时第二句"]) {
    await line(mediator).fill(`#事实 ${words}`);
    await line(mediator).press("Enter");
    await expect(card(mediator, words)).toContainText("只存在本机");
  }
  await expect(mediator.getByText("2 条只存在本机，连上自动送")).toBeVisible();
  await does(mediator, card(mediator, "谁来出鉴定费"), "改");
  await mediator.getByLabel("改成").fill("鉴定费两家平摊行不行");
  await mediator.getByRole("button", { name: "改好" }).click();

  const question = card(second, "谁来出鉴定费");
  await question.getByRole("button", { name: "What can be done with this card" }).click();
  await second.getByRole("menuitem", { name: "Change", exact: true }).click();
  await second.getByLabel("New words").fill("鉴定费谁先垫");
  await second.getByRole("button", { name: "Keep", exact: true }).click();
  await expect.poll(async () => (await stateOf(second, at)).cards.map(({ text }) => text)).toContain("鉴定费谁先垫");

  await mediator.context().setOffline(false);
  const strip = mediator.getByRole("alert", { name: "两处改了同一张卡" });
  await expect(strip).toContainText("鉴定费谁先垫");
  await expect(strip).toContainText("鉴定费两家平摊行不行");
  await expectAccessible(mediator);
  await strip.getByRole("button", { name: "都留" }).click();
  await expect(strip).toHaveCount(0);
  await expectSaved(mediator);
  const texts = (await stateOf(mediator, at)).cards.map(({ text }) => text);
  for (const words of ["断网时第一句", "断网时第二句", "鉴定费谁先垫", "鉴定费两家平摊行不行"])
    expect(
      texts.filter((text) => text === words),
      words,
    ).toHaveLength(1);
  for (const words of ["断网时第一句", "断网时第二句", "鉴定费两家平摊行不行"])
    await expect(card(second, words)).toBeVisible();
});

test("the page goes offline in a caucus and is closed: private words come back decrypted, attendance and photos are sent by themselves", async ({
  as,
}) => {
  const mediator = await as("mediator");
  const at = await sessionNow(mediator);
  await startedDesk(mediator, at);
  await goToLane(mediator, "只与甲方");
  const [secret, half] = ["甲方底线三千八", "他老伴在住院"];

  await mediator.context().setOffline(true);
  await say(mediator, `#方案 ${secret}`, { isUp: false });
  await expect(mediator.getByText(/私下的话锁在本机/)).toBeVisible();
  await expect.poll(async () => (await draftStoreOf(mediator)).locked).toBeGreaterThan(0);
  const { locked } = await draftStoreOf(mediator);
  await line(mediator).fill(half);
  await expect.poll(async () => (await draftStoreOf(mediator)).locked).toBeGreaterThan(locked);
  expect((await draftStoreOf(mediator)).clear).not.toMatch(new RegExp(`${secret}|${half}`));
  await mediator.goto("about:blank");
  await mediator.context().setOffline(false);
  await mediator.goto(deskAddress(at));
  const ofSide = async () => (await stateOf(mediator, at)).cards.filter((one) => one.lane === "side");
  await expect.poll(ofSide).toMatchObject([{ kind: "proposal", text: null }]);
  await expectNotInPage(mediator, secret);
  const [{ id: cardId } = { id: "" }] = await ofSide();
  const opened = await must(send<{ text: string }>(mediator, "desk.openCard", { disputeId: at.disputeId, cardId }));
  expect(opened.text).toBe(secret);
  await goToLane(mediator, "只与甲方");
  await expect(line(mediator)).toHaveValue(half);
  await line(mediator).fill("");

  await mediator.context().setOffline(true);
  await mediator.locator("label", { hasText: zhang }).first().click();
  const photo = { name: "墙.png", mimeType: "image/png", buffer: await picture() };
  await mediator.locator('input[type="file"][multiple]').setInputFiles(photo);
  await expect(mediator.getByText(/^断网了，已传/)).toBeVisible();
  await expect(mediator.getByRole("checkbox", { name: new RegExp(zhang) })).toBeChecked();
  await mediator.context().setOffline(false);
  await expect
    .poll(async () => {
      const { files, people } = await stateOf(mediator, at);
      return [files.length, people.find((one) => one.name === zhang)?.attendance];
    })
    .toEqual([1, "present"]);
  await expect(mediator.getByText(/^断网了，已传/)).toHaveCount(0);
});

test("a question of the mediator's is not attributed to whoever spoke last", async ({ as }) => {
  const mediator = await as("mediator");
  const at = await sessionNow(mediator);
  await startedDesk(mediator, at);
  await say(mediator, `@${zhang} #诉求 不再堵门`);
  await say(mediator, "#诉求 照片删掉");
  await say(mediator, "#焦点 拆的是不是承重墙");
  await expect
    .poll(async () => (await stateOf(mediator, at)).cards.slice(-3).map(({ text, speaker }) => [text, speaker]))
    .toEqual([
      ["不再堵门", zhang],
      ["照片删掉", zhang],
      ["拆的是不是承重墙", null],
    ]);
});

test("a helper checks in by the code and signs an opinion for the mediator alone; three presses end the talk, and the record holds no private word", async ({
  as,
  browser,
  baseURL,
}) => {
  const mediator = await as("mediator");
  const lawyer = await as("lawyer", { on: "phone" });
  const at = await sessionNow(mediator, [{ page: lawyer, name: lawyerName, force: "lawyer" }]);
  await startedDesk(mediator, at);
  const issue = `拆的是不是承重墙-${at.sessionId.slice(-6)}`;
  const secret = "甲方其实肯让到三千";
  await say(mediator, `@${liu} #焦点 ${issue}`);
  await say(mediator, `@${zhang} #方案 出钱加固`);
  await goToLane(mediator, "只与甲方");
  await say(mediator, `#焦点 ${secret}`);
  await mediator.keyboard.press("Escape");

  await lawyer.goto("/my-sessions");
  await expect(lawyer.getByRole("heading", { name: "我的会议" })).toBeVisible();
  // Their next session is shown open, the later ones as one line each.
  const later = lawyer.locator("details").filter({ hasText: issue }).locator("summary").first();
  if (await later.count()) await later.click();
  await expect(lawyer.getByRole("heading", { name: "会前要点" }).first()).toBeVisible();
  await expect(lawyer.getByText(issue)).toBeVisible();
  await expectNotInPage(lawyer, secret);
  await expectAccessible(lawyer);

  const shown = mediator.waitForResponse(/desk\.showCheckIn/);
  await mediator.getByRole("button", { name: "签到码" }).click();
  const [{ result }] = await (await shown).json();
  await expect(mediator.getByRole("img", { name: "签到二维码" })).toBeVisible();
  await expectAccessible(mediator);
  await mediator.getByRole("dialog").getByRole("button", { name: "收起" }).first().click();
  const arriving = await browser.newContext({ baseURL, locale: "zh-CN", viewport: { width: 390, height: 844 } });
  const phone = await arriving.newPage();
  await phone.goto(`/my-sessions/check-in#${result.data.code}`);
  await phone.getByLabel("账号").fill("lawyer");
  await phone.getByRole("textbox", { name: "密码" }).fill(demoPassword);
  await phone.getByRole("button", { name: "登录" }).click();
  await expect(phone.getByText(/^签到了。请进/)).toBeVisible();
  await expect.poll(() => phone.url()).not.toContain(result.data.code);
  await arriving.close();
  await expect(mediator.getByRole("checkbox", { name: new RegExp(lawyerName) })).toBeChecked();

  const opinion = "裂缝多半因承重墙受损，建议先鉴定";
  await lawyer.goto(`/my-sessions/${at.disputeId}/opinion`);
  await lawyer.getByLabel("您的意见").fill(opinion);
  await lawyer.locator("label", { hasText: /^仅调解员$/ }).click();
  await lawyer.getByRole("button", { name: "签下意见" }).click();
  await expect(lawyer.getByLabel("您的意见")).toHaveValue("");
  await expectAccessible(lawyer);
  await mediator.reload();
  const opinions = mediator.getByRole("region", { name: /^签下的意见/ });
  await expect(card(mediator, issue)).toBeVisible();
  await expect(opinions).toHaveCount(0);
  await goToLane(mediator, "仅调解员");
  await opinions.getByRole("button", { name: /^看一眼/ }).click();
  await expect(opinions).toContainText(opinion);
  await mediator.keyboard.press("Escape");
  await expectNotInPage(mediator, opinion);
  for (const name of ["mediator2", "committee"])
    expect(JSON.stringify(await ask(await as(name), "opinions.ofDispute", at)), name).not.toContain(opinion);

  await does(mediator, card(mediator, "出钱加固"), "谈成了");
  await expectSaved(mediator);
  await mediator.getByRole("button", { name: "结束并记结果" }).click();
  await expect(mediator.getByLabel("记录", { exact: true })).toHaveValue(/出钱加固/);
  await expectAccessible(mediator);
  await mediator.locator("label", { hasText: /^谈成$/ }).click();
  await mediator.getByRole("button", { name: "记下结果" }).click();
  await expect(mediator.getByRole("heading", { name: "这次会已记下" })).toBeVisible();
  await expectAccessible(mediator);
  const record = JSON.stringify(await must(ask(mediator, "sessions.ofDispute", { disputeId: at.disputeId })));
  expect(record).toContain("出钱加固");
  for (const words of [secret, opinion]) expect(record).not.toContain(words);
  await mediator.getByRole("link", { name: "起草协议" }).click();
  await mediator.waitForURL(/\/agreement$/);
  await expect(mediator.getByText("出钱加固").first()).toBeVisible();
  expect(await send(mediator, "desk.setAgenda", { ...at, agenda: "", sessionVersion: 1 })).toMatchObject({
    data: null,
  });
});
