import { expect, type Page } from "@playwright/test";
import { must, send } from "../api";
import * as matters from "./matters";
import { choose, press, type Visit } from "./opening";

export async function disputeMenu(mediator: Page): Promise<Visit[]> {
  const { disputeId } = await matters.takenIn(mediator, { track: "peoples" });
  await must(send(mediator, "slips.make", { disputeId }));
  return [
    {
      as: "mediator",
      path: `/disputes/${disputeId}/slip`,
      dialogs: [{ file: "_slips/revoke-dialog", title: "作废这张回执", open: press("作废") }],
    },
    {
      as: "mediator",
      path: `/disputes/${disputeId}`,
      dialogs: [
        { file: "_disputes/acts/until-read", title: "移交别处", open: whileUnreadable(choose("移交别处")) },
        { file: "_disputes/acts/transfer-dialog", title: "移交别处", open: onceReadable(choose("移交别处")) },
        { file: "_disputes/acts/risk-dialog", title: "风险", open: choose("定风险") },
        { file: "_disputes/acts/summary-dialog", title: "中性案情", open: choose("改中性案情") },
        { file: "_disputes/acts/correct-dialog", title: "哪里登记错了？", open: choose("更正登记内容") },
        { file: "_disputes/acts/harm-dialog", title: "危险", open: choose("告知危险") },
        { file: "_disputes/acts/attach-call-dialog", title: "警情", open: choose("并入一条警情") },
        { file: "_disputes/acts/assistant-dialog", title: "由谁协办、记录", open: choose("定协办、记录人") },
        { file: "_restricted/restrict-dialog", title: "封存", open: choose("封存") },
        { file: "_disputes/acts/extend-clock-dialog", title: "延长调解期限", open: choose("延长调解期限") },
        { file: "_disputes/acts/ties-dialog", title: "关系", open: choose("登记关系、回避") },
        { file: "_disputes/acts/end-dialog", title: "终止", open: choose("终止程序") },
        { file: "_gate/answer-question", title: "补答一问", open: press("补答一问") },
      ],
    },
    {
      as: "mediator",
      path: `/disputes/${disputeId}/records`,
      dialogs: [{ file: "_files/scan-dialog", title: "多页扫成一份", open: press("多页扫成一份") }],
    },
    {
      as: "committee",
      path: `/disputes/${disputeId}`,
      dialogs: [{ file: "_disputes/acts/lead-dialog", title: "换", open: choose("换牵头人") }],
    },
    {
      as: "mediator2",
      path: `/disputes/${disputeId}`,
      dialogs: [{ file: "_disputes/acts/ask-to-lead-dialog", title: "牵头", open: choose("申请牵头") }],
    },
  ];
}

export async function parties(mediator: Page): Promise<Visit[]> {
  const [{ disputeId, partyIds }, bereft] = await Promise.all([
    matters.takenIn(mediator, { track: "peoples" }),
    matters.bereft(mediator),
  ]);
  const link = { kind: "agent", name: "陈桂芳", phone: "", maySign: true, note: "" };
  await must(send(mediator, "disputes.addPartyLink", { disputeId, partyId: partyIds[0], link }));
  return [
    {
      as: "mediator",
      path: `/disputes/${disputeId}/parties`,
      dialogs: [
        { file: "_disputes/parties/add-party-dialog", title: "加谁？", open: press("加一方或一人") },
        { file: "_disputes/parties/amend-party-dialog", title: "改刘玉芬的资料", open: press(/^改资料/) },
        { file: "_disputes/parties/add-link-dialog", title: "谁替刘玉芬来？", open: press(/^加代理人/) },
        { file: "_disputes/parties/end-link-dialog", title: "不再代理", open: press("陈桂芳不再代理") },
        { file: "_disputes/parties/masked-text", title: "电话吗？", open: press(/^看全号/) },
        {
          file: "_disputes/parties/party-exit-dialog",
          title: "怎么了？",
          open: choose("去世、失联、退出、重复", "刘玉芬的变动"),
        },
        { file: "_disputes/parties/split-dialog", title: "两个人", open: choose("这一条是两个人", "刘玉芬的变动") },
        { file: "_consents/refusal-dialog", title: "谁不愿调解？", open: press("有一方不愿调解") },
      ],
    },
    {
      as: "mediator",
      path: `/disputes/${bereft.disputeId}/parties`,
      dialogs: [
        { file: "_disputes/parties/heir-dialog", title: "谁继承张建国", open: choose("加继承人", "张建国的变动") },
        {
          file: "_disputes/parties/heir-dialog",
          title: "张小建怎么答复",
          open: choose("登记继承人答复", "张小建的变动"),
        },
        {
          file: "_disputes/parties/party-story-menu",
          title: "撤销张建国的变动",
          open: choose("撤销变动", "张建国的变动"),
        },
      ],
    },
  ];
}

/** A party asks for another lead: recorded, waiting for its decision, and declined. */
export async function leadRequests(mediator: Page, committee: Page): Promise<Visit[]> {
  const [waits, declined] = await Promise.all([matters.leadAsked(mediator), matters.leadAsked(mediator)]);
  const { disputeId, requestId } = declined;
  const refusal = { disputeId, requestId, outcome: "declined", reason: "没有该换人的情形" };
  await must(send(committee, "handovers.decideLeadRequest", refusal));
  return [
    {
      as: "committee",
      path: `/disputes/${waits.disputeId}`,
      dialogs: [{ file: "_lead-requests/decide-dialog", title: "要求更换牵头人", open: press("作出决定") }],
    },
    {
      as: "mediator",
      path: `/disputes/${declined.disputeId}`,
      dialogs: [
        { file: "_lead-requests/tell-dialog", title: "当事人已被告知", open: press("记下已告知") },
        { file: "_disputes/acts/lead-request-dialog", title: "当事人要求更换牵头人", open: choose("当事人要求换人") },
      ],
    },
  ];
}

export async function transfers(mediator: Page): Promise<Visit[]> {
  const [waits, taken] = await Promise.all([
    matters.offeredOutside(mediator, false),
    matters.offeredOutside(mediator, true),
    matters.offeredInside(mediator),
  ]);
  return [
    {
      as: "mediator",
      path: `/disputes/${waits.disputeId}`,
      dialogs: [{ file: "_disputes/acts/transfer-waits", title: "移交别处", open: choose("移交别处") }],
    },
    {
      as: "mediator",
      path: `/disputes/${taken.disputeId}`,
      dialogs: [{ file: "_disputes/acts/transfer-result-dialog", title: "办得怎样", open: choose("记下移交的结果") }],
    },
    {
      as: "committee2",
      path: "/approvals",
      dialogs: [{ file: "_approvals/transfer-card", title: "为什么不接？", open: press("不接") }],
    },
  ];
}

const transferOf = /handovers\.transferOf/;

/** While what the dialog shows cannot be read. */
const whileUnreadable = (open: (page: Page) => Promise<void>) => async (page: Page) => {
  await page.route(transferOf, (route) => route.abort());
  await open(page);
};

const onceReadable = (open: (page: Page) => Promise<void>) => async (page: Page) => {
  await page.unroute(transferOf);
  await open(page);
  // Until it is read anew, the dialog of the failed reading stands there.
  await expect(page.getByRole("dialog").getByRole("textbox").first()).toBeVisible();
};
