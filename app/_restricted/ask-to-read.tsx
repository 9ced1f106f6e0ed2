"use client";
import { IconLock } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { Link } from "@/app/_ui/actions/link";
import { ReasonActDialog } from "@/app/_ui/dialogs/reason-act-dialog";
import { Banner } from "@/app/_ui/feedback/banner";
import { Line, Stack } from "@/app/_ui/layout/columns";
import { reasonedLimits } from "@/app/_ui/limits/windows";
import type { WindowKind } from "@/db/vocabulary";

interface AskToReadProps {
  disputeId: string;
  small?: boolean;
  /** What the reader asked for already and nobody has decided. */
  waiting?: readonly WindowKind[];
}

/** At the closed place: asks for a window, or for one at once; both with a reason. What was asked is said instead of its button. */
export function AskToRead({ disputeId, small, waiting = [] }: AskToReadProps) {
  const t = useTranslations("restricted");
  const trpc = useTRPC();
  const [open, setOpen] = useState<WindowKind | null>(null);
  const [sent, setSent] = useState<WindowKind | null>(null);
  const isAsked = (kind: WindowKind) => sent === kind || waiting.includes(kind);
  const done = (kind: WindowKind) => ({
    onDone: () => {
      setOpen(null);
      setSent(kind);
    },
  });
  const asking = useAct(trpc.windows.ask.mutationOptions(), done("approved"));
  const now = useAct(trpc.windows.askEmergency.mutationOptions(), done("emergency"));
  const close = () => setOpen(null);
  const said = (["approved", "emergency"] as const).filter(isAsked);
  return (
    <Stack gap={8}>
      {said.map((kind) => (
        <Banner key={kind} tone="act" action={<Link href="/approvals">{t("ownRequests")}</Link>}>
          {t(kind === "emergency" ? "sentNow" : "sent")}
        </Banner>
      ))}
      <Line>
        {isAsked("approved") ? null : (
          <Button
            small={small}
            variant={small ? "outline" : "go"}
            icon={<IconLock aria-hidden />}
            onClick={() => setOpen("approved")}
          >
            {t("ask")}
          </Button>
        )}
        {isAsked("emergency") ? null : (
          <Button small={small} onClick={() => setOpen("emergency")}>
            {t("emergency")}
          </Button>
        )}
      </Line>
      {open === "approved" ? (
        <ReasonActDialog
          title={t("ask")}
          what={t("askWhat")}
          label={t("reason")}
          maxLength={reasonedLimits.reason}
          verb={t("send")}
          act={asking}
          onGo={(reason) => void asking.run({ disputeId, reason })}
          onClose={close}
        />
      ) : null}
      {open === "emergency" ? (
        <ReasonActDialog
          title={t("emergency")}
          what={t("emergencyWhat")}
          label={t("reason")}
          maxLength={reasonedLimits.reason}
          verb={t("send")}
          tone="stop"
          act={now}
          onGo={(reason) => void now.run({ disputeId, reason })}
          onClose={close}
        />
      ) : null}
    </Stack>
  );
}
