import { send } from "../api";
import { expect, test } from "../fixtures";
import { bookable, freeStart, roomNamed } from "../prepare";
import { refuse } from "../screens/parties";
import { openTab } from "../screens/tabs";

test("S5: one party refuses; mediation ends, the parties are told of other routes, and nothing can be booked any more", async ({
  as,
}) => {
  const mediator = await as("mediator");
  const { disputeId, partyIds } = await bookable(mediator);
  const room = await roomNamed(mediator, "物业调解室");
  const startsAt = await freeStart(mediator, room, [], "refusal");

  await refuse(mediator, disputeId, "张建国", "不谈了，要谈法庭上谈");
  await expect(mediator.getByText("张建国不愿调解", { exact: false }).first()).toBeVisible();
  await expect(mediator.getByText("已告诉还能走的路：行政机关处理、向法院起诉。").first()).toBeVisible();
  await expect(mediator.getByText("一方不愿调解", { exact: true }).first()).toBeVisible();

  await openTab(mediator, disputeId, "sessions");
  await expect(mediator.getByRole("button", { name: /排这次会|再排一次会/ })).toHaveCount(0);
  const booking = { disputeId, kind: "joint", startsAt, minutes: 90, roomId: room.id, partyIds };
  const refused = await send(mediator, "sessions.book", booking);
  expect(refused).toMatchObject({ status: 409, data: null });
  expect(["proceedingEnded", "notInThisStep", "consentFirst"]).toContain(refused.code);

  const head = await as("head");
  await openTab(head, disputeId, "");
  await expect(head.getByText(/色风险/).first()).toBeAttached();
});
