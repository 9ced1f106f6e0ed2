"use client";
import { IconLock } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { Banner } from "@/app/_ui/feedback/banner";
import { Line, Stack } from "@/app/_ui/layout/columns";
import { ReasonActDialog } from "./reason-act-dialog";

/** At the closed place: asks for a window, or for one at once; both with a reason. */
export function AskToRead({ disputeId, small }: { disputeId: string; small?: boolean }) {
  const t = useTranslations("restricted");
  const trpc = useTRPC();
  const [open, setOpen] = useState<"ask" | "emergency" | null>(null);
  const [isSent, setIsSent] = useState(false);
  const done = {
    onDone: () => {
      setOpen(null);
      setIsSent(true);
    },
  };
  const asking = useAct(trpc.windows.ask.mutationOptions(), done);
  const now = useAct(trpc.windows.askEmergency.mutationOptions(), done);
  const close = () => setOpen(null);
  return (
    <Stack gap={8}>
      <Line>
        <Button
          small={small}
          variant={small ? "outline" : "go"}
          icon={<IconLock aria-hidden />}
          onClick={() => setOpen("ask")}
        >
          {t("ask")}
        </Button>
        <Button small={small} onClick={() => setOpen("emergency")}>
          {t("emergency")}
        </Button>
      </Line>
      {isSent ? <Banner tone="act">{t("sent")}</Banner> : null}
      {open === "ask" ? (
        <ReasonActDialog
          title={t("ask")}
          what={t("askWhat")}
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
