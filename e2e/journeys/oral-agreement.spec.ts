import { ask, must, send } from "../api";
import { expect, expectAccessible, test } from "../fixtures";
import { bookable } from "../prepare";
import { goOn, openTab } from "../screens/tabs";

test("a simple matter agreed in words: what is missing is said and gone to, and the first press on the whole paper asks each party's yes", async ({
  as,
}) => {
  const mediator = await as("mediator");
  const { disputeId, partyIds } = await bookable(mediator);
  const { personId } = await must(ask<{ personId: string }>(mediator, "account.me"));
  await must(
    send(mediator, "sessions.recordHeld", {
      ...{ disputeId, partyIds, personIds: [personId], minutes: 30, place: "早市东门" },
      startsAt: new Date(Date.now() - 7_200_000).toISOString(),
      speakers: partyIds.map((partyId) => ({ partyId, linkId: null })),
      ...{ result: "agreed", text: "双方当面说开，乙方认赔。" },
    }),
  );

  await openTab(mediator, disputeId, "agreement");
  const facts = mediator.getByLabel("纠纷的主要事实和各方责任");
  await facts.fill("");
  await mediator.getByRole("button", { name: "写好协议，再送签" }).click();
  await expect(facts).toBeFocused();
  await mediator.locator("label", { hasText: /^口头$/ }).click();
  await facts.fill("三轮车压坏两筐鸡蛋，乙方承担全部责任。");
  await mediator.getByRole("button", { name: "写好协议，再送签" }).click();
  const clause = mediator.getByRole("region", { name: "改第 1 条" });
  await clause.locator("label", { hasText: /^付钱$/ }).click();
  await clause
    .getByRole("group", { name: "谁来做" })
    .getByRole("checkbox", { name: /张建国/ })
    .check();
  await clause
    .getByRole("group", { name: "为谁做" })
    .getByRole("checkbox", { name: /刘玉芬/ })
    .check();
  await clause.getByLabel("付的是什么钱", { exact: true }).fill("鸡蛋损失");
  await clause.getByLabel("金额（元）").fill("120");
  await clause.locator("label", { hasText: /^签订之日$/ }).click();
  await clause.getByLabel("怎么算做到").selectOption({ label: "收条" });
  await clause.getByRole("button", { name: "写好了" }).click();

  await mediator.getByRole("button", { name: "记下口头协议，生效" }).click();
  const dialog = mediator.getByRole("dialog");
  await expect(dialog.getByRole("heading", { name: "记下口头协议达成" })).toBeVisible();
  await dialog.getByRole("button", { name: "记下已达成", exact: true }).click();
  await expect(dialog.getByRole("alert")).toHaveText(/还差：.*同意全部条款/);
  await expectAccessible(mediator);
  for (const name of ["刘玉芬", "张建国"]) await dialog.locator("label", { hasText: `${name}同意全部条款` }).click();
  await goOn(mediator, "记下已达成");
  await expect(mediator.getByRole("region", { name: "下一步" }).first()).toContainText("张建国");
});
