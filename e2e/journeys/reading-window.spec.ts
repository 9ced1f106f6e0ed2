import { must, send } from "../api";
import { expect, expectAccessible, test } from "../fixtures";
import { accepted } from "../prepare";
import { expectNothingHere, goOn } from "../screens/tabs";

test("a sealed matter opens to its reader when a second person approves, closes when they end it, and the audit shows who read", async ({
  as,
}) => {
  const [lead, reader, second] = await Promise.all([as("mediator3"), as("head2"), as("committee2")]);
  const { disputeId } = await accepted(lead, ["褚云生", "卫春梅"]);
  await must(send(lead, "windows.restrict", { disputeId, ground: "partyRequest", reason: "双方要求不公开" }));
  await expectNothingHere(reader, `/disputes/${disputeId}`);

  const frame = `/disputes/restricted/${disputeId}`;
  await reader.goto(frame);
  const title = reader.getByRole("heading", { level: 1 });
  const [number = ""] = /[A-Z]{2}-\d{4}-\d+/.exec((await title.textContent()) ?? "") ?? [];
  await expect(reader.getByRole("main")).not.toContainText("褚云生");
  await reader.getByRole("button", { name: "申请查阅" }).click();
  await reader.getByRole("dialog").getByRole("textbox", { name: "理由" }).fill("答复信访人要看记录");
  await goOn(reader, "提交");
  await expect(reader.getByText("已申请查阅，等负责人决定。")).toBeVisible();
  await expectAccessible(reader);

  await second.goto("/approvals");
  const asked = second.getByRole("region", { name: `穆青松申请查阅 ${number}` });
  await expect(asked).toContainText("答复信访人要看记录");
  await expectAccessible(second);
  await asked.getByRole("button", { name: "同意", exact: true }).click();
  await expect(second.getByRole("region", { name: `穆青松正在查阅 ${number}` })).toBeVisible();

  await reader.goto(`/disputes/${disputeId}`);
  await expect(reader.getByText("您在查阅时间内", { exact: false })).toBeVisible();
  await expect(reader.getByText("褚云生", { exact: false }).first()).toBeVisible();
  await expectAccessible(reader);
  await reader.goto("/approvals");
  const own = reader.getByRole("region", { name: `您可以查阅 ${number}` });
  await own.getByRole("button", { name: "提前结束" }).click();
  await expect(own).toHaveCount(0);
  await expectNothingHere(reader, `/disputes/${disputeId}`);

  await second.goto("/audit?kind=window");
  const read = second.getByRole("row").filter({ hasText: number });
  await expect(read.filter({ hasText: "在查阅时间内查看" }).first()).toContainText("穆青松");
});
