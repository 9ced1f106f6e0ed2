import type { Page } from "@playwright/test";
import { ask, must, send } from "../api";
import * as matters from "./matters";
import { choose, press, type Visit } from "./opening";

/** What a head asks of the lead, and the tasks of a coordination: one open, one said to be done. */
export async function instructions(mediator: Page, head: Page): Promise<Visit[]> {
  const [asked, helped] = await Promise.all([
    matters.takenIn(mediator, { track: "peoples" }),
    matters.takenIn(mediator, { track: "coordination" }),
  ]);
  const { disputeId } = asked;
  const { proposedAt } = await must(ask<{ proposedAt: string }>(head, "instructions.ofDispute", { disputeId }));
  const urge = { disputeId, kind: "urge", wish: "本周约双方见面", answerBy: proposedAt };
  await must(send(head, "instructions.give", urge));
  const task = { disputeId: helped.disputeId, organisation: "供电公司", dueAt: proposedAt };
  await must(send(mediator, "assignments.give", { ...task, what: "恢复供电" }));
  const { assignmentId } = await must(
    send<{ assignmentId: string }>(mediator, "assignments.give", { ...task, what: "恢复供水" }),
  );
  const done = { disputeId: helped.disputeId, assignmentId, answer: "done", note: "18:20 已来水" };
  await must(send(mediator, "assignments.answer", done));
  return [
    {
      as: "head",
      path: `/disputes/${disputeId}`,
      dialogs: [
        { file: "_instructions/give-instruction-dialog", title: "对牵头人有什么要求", open: choose("督办") },
        { file: "_instructions/withdraw-dialog", title: "收回这条督办", open: press(/^收回督办/) },
      ],
    },
    {
      as: "mediator",
      path: `/disputes/${helped.disputeId}`,
      dialogs: [
        { file: "_assignments/give-dialog", title: "请谁办什么", open: press("交办一件事") },
        { file: "_assignments/answer-dialog", title: "办好了", open: press(/^办好了/) },
        { file: "_assignments/settle-dialog", title: "确认办好", open: press(/^确认办好/) },
      ],
    },
  ];
}
