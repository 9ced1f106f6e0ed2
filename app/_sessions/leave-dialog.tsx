"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { useLater } from "@/app/_ui/actions/use-later";
import { LaterFailed } from "@/app/_ui/feedback/later-failed";
import { showToast } from "@/app/_ui/feedback/toasts";
import { PillField } from "@/app/_ui/fields/pill-field";
import { useFormat } from "@/app/_ui/format/use-format";

const loadDialog = () => import("@/app/_invitations/reason-dialog");
type Dialog = Awaited<ReturnType<typeof loadDialog>>["ReasonDialog"];

interface LeaveDialogProps {
  invitationId: string;
  sessionId: string;
  leadName: string;
  /** Their other sessions of the same dispute, which they may give up too. */
  othersAhead: number;
  startsAt: string;
}

/** Cancels their participation in this session or in all: they say why, and a substitute is asked. */
export function LeaveDialog(props: LeaveDialogProps) {
  const t = useTranslations("sessions.own");
  const f = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { part, hasFailed } = useLater(loadDialog, isOpen);
  return (
    <>
      <Button variant="stop" onClick={() => setOpen(true)}>
        {t("cannot")}
        <span className="sr-only">{f.dateTime(props.startsAt)}</span>
      </Button>
      {isOpen && part ? <Leave {...props} Ask={part.ReasonDialog} onClose={() => setOpen(false)} /> : null}
      {hasFailed ? <LaterFailed /> : null}
    </>
  );
}

interface LeaveProps extends LeaveDialogProps {
  Ask: Dialog;
  onClose: () => void;
}

/** Only this session, or all the sessions of the dispute still to come. */
type Extent = "session" | "matter";
const extents: readonly Extent[] = ["session", "matter"];

function Leave({ invitationId, sessionId, leadName, othersAhead, Ask, onClose }: LeaveProps) {
  const t = useTranslations("sessions.own.leave");
  const trpc = useTRPC();
  const [extent, choose] = useState<Extent>("session");
  const onDone = () => {
    showToast({ message: t("done", { name: leadName }) });
    onClose();
  };
  const leave = useAct(trpc.invitations.leaveSession.mutationOptions(), { onDone });
  const decline = useAct(trpc.invitations.decline.mutationOptions(), { onDone });
  return (
    <Ask
      title={t("title")}
      keep={t("keep")}
      go={t("go")}
      act={extent === "session" ? leave : decline}
      onGive={(answer) =>
        void (extent === "session"
          ? leave.run({ invitationId, sessionId, ...answer })
          : decline.run({ invitationId, ...answer }))
      }
      onClose={onClose}
    >
      <PillField
        label={t("what")}
        options={extents.map((value) => ({ value, label: t(`extents.${value}`) }))}
        value={[extent]}
        onChange={([value]) => choose(value === "matter" ? "matter" : "session")}
      />
      <p>
        {t(`follows.${extent}`, { name: leadName })}{" "}
        {extent === "matter" && othersAhead > 0 ? t("others", { count: othersAhead }) : null}
      </p>
    </Ask>
  );
}
