import type { Page } from "@playwright/test";
import { dayFromNow } from "@/server/testing/days";
import { ask, must, send } from "../api";
import * as matters from "./matters";
import { choose, press, type Visit } from "./opening";

export async function agreements(mediator: Page): Promise<Visit[]> {
  const [oral, signing, readOut] = await Promise.all([
    matters.drafted(mediator, "oral"),
    matters.signing(mediator),
    matters.readOut(mediator),
  ]);
  return [
    {
      as: "mediator",
      path: `/disputes/${oral.disputeId}/agreement`,
      dialogs: [
        { file: "_agreements/oral-dialog", title: "口头协议达成", open: press("记下口头协议，生效") },
        { file: "_agreements/withdraw-dialog", title: "丢掉这份草稿吗？", open: press("丢掉草稿") },
      ],
    },
    {
      as: "mediator",
      path: `/disputes/${signing.disputeId}/agreement`,
      dialogs: [
        { file: "_agreements/sign-dialog", title: "签字了吗？", open: press(/^登记.*签字$/) },
        { file: "_agreements/ask-to-sign-dialog", title: "用自己手机签", open: press(/^请.*用自己手机签$/) },
      ],
    },
    {
      as: "mediator",
      path: `/disputes/${readOut.disputeId}/agreement`,
      dialogs: [
        { file: "_interpreters/sign-interpreter-dialog", title: "签字了吗？", open: press(/^登记.*签字或宣读$/) },
      ],
    },
  ];
}

/** In force, one payment made, and the obligee says that it did not arrive. */
async function contestedMatter(mediator: Page): Promise<{ disputeId: string }> {
  const dispute = await matters.performing(mediator);
  const { disputeId, partyIds } = dispute;
  const [first] = (await must(ask<matters.Owed>(mediator, "performance.ofDispute", { disputeId }))).obligations;
  await must(
    send(mediator, "performance.contest", {
      ...{ disputeId, obligationId: first?.id, partyId: partyIds[1], entryId: first?.proofs[0]?.id },
      ...{ saidBy: { partyId: partyIds[0], linkId: null }, means: "phone", amountFen: first?.amountFen },
      ...{ saidOn: dayFromNow(), reason: "账户里没有这笔钱" },
    }),
  );
  return dispute;
}

/** In force, and the court dismissed what all had applied for. */
async function dismissedMatter(mediator: Page): Promise<{ disputeId: string }> {
  const { disputeId } = await matters.beforeCourt(mediator);
  const step = { disputeId, step: "dismissed", happenedOn: dayFromNow(), note: "协议内容不明确" };
  await must(send(mediator, "clocks.recordConfirmation", step));
  return { disputeId };
}

export async function ledgers(mediator: Page): Promise<Visit[]> {
  const [performing, beforeCourt, dismissed, performed, closed] = await Promise.all([
    contestedMatter(mediator),
    matters.beforeCourt(mediator),
    dismissedMatter(mediator),
    matters.performed(mediator),
    matters.closed(mediator),
  ]);
  const more = "第 2 条的其他";
  return [
    {
      as: "mediator",
      path: `/disputes/${performing.disputeId}/performance`,
      dialogs: [
        { file: "_performance/record-dialog", title: "第 2 条", open: press("记下履行，第 2 条") },
        { file: "_performance/urge-dialog", title: "督促", open: press("督促第 2 条") },
        { file: "_performance/waive-dialog", title: "第 2 条", open: choose("免除第 2 条", more) },
        { file: "_performance/breach-dialog", title: "第 2 条", open: choose("登记第 2 条违约", more) },
        { file: "_performance/end-contest-dialog", title: "怎么弄清的？", open: press(/^弄清了，第 1 条/) },
        { file: "_performance/proof-dialog", title: "这一笔的凭据", open: press(/^凭据照片，第 1 条/) },
        { file: "_performance/contest-dialog", title: "第 2 条", open: choose("他说已经做了，第 2 条", more) },
        { file: "_performance/correct-dialog", title: "这一笔记错了？", open: press(/^更正第 1 条/) },
        { file: "_performance/renegotiate-dialog", title: "各方重新协商了吗？", open: press("重新协商") },
        { file: "_performance/visit-dialog", title: "回访", open: press("记录回访") },
      ],
    },
    {
      as: "mediator",
      path: `/disputes/${performing.disputeId}/agreement`,
      dialogs: [{ file: "_agreements/confirmation-dialog", title: "司法确认", open: press("记下申请司法确认") }],
    },
    {
      as: "mediator",
      path: `/disputes/${beforeCourt.disputeId}/agreement`,
      dialogs: [{ file: "_confirmation/court-dialog", title: "法院怎么处理的？", open: press("记下法院的处理") }],
    },
    {
      as: "mediator",
      path: `/disputes/${dismissed.disputeId}/agreement`,
      dialogs: [
        { file: "_confirmation/dismissed-dialog", title: "法院驳回了，接着怎么办？", open: press("驳回以后接着办") },
      ],
    },
    {
      as: "mediator",
      path: `/disputes/${performed.disputeId}/dossier`,
      dialogs: [{ file: "_disputes/acts/close-dialog", title: "结案", open: press("结案") }],
    },
    {
      as: "mediator",
      path: `/disputes/${closed.disputeId}/dossier`,
      dialogs: [
        { file: "_dossier/archive-dialog", title: "归档吗？", open: press("归档，取卷号") },
        { file: "_disputes/acts/reopen-dialog", title: "再办", open: choose("再办一次") },
      ],
    },
  ];
}
