"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { TextArea, TextField } from "@/app/_ui/fields/text-field";
import { fromWallClock, toWallClock } from "@/app/_ui/format/shanghai";
import { Stack } from "@/app/_ui/layout/columns";
import { describeCaseLimits } from "@/app/_ui/limits/violations";
import type { ViolationPage } from "@/server/violations/reads/violation";

interface AccountDialogProps {
  disputeId: string;
  page: ViolationPage;
  onClose: () => void;
}

const wanted = ["organ", "place", "cause", "course", "circumstances", "result", "performanceWay"] as const;
const wide = ["cause", "course", "circumstances", "result", "performanceWay", "others"] as const;
type Texts = Record<(typeof wanted)[number] | "others", string>;

/** Everything the agreement says of the case, beginning with what was written last (程序规定 184). */
export function AccountDialog({ disputeId, page, onClose }: AccountDialogProps) {
  const t = useTranslations("violations.account");
  const act = useAct(useTRPC().violations.describe.mutationOptions(), { onDone: onClose });
  const { account } = page;
  const [at, setAt] = useState(account ? toWallClock(account.happenedAt) : "");
  const [texts, setTexts] = useState<Texts>({
    organ: account?.organ ?? page.proceeding?.station ?? "",
    place: account?.place ?? "",
    cause: account?.cause ?? "",
    course: account?.course ?? "",
    circumstances: account?.circumstances ?? "",
    result: account?.result ?? "",
    performanceWay: account?.performanceWay ?? "",
    others: account?.others ?? "",
  });
  const happenedAt = fromWallClock(at)?.toISOString();
  const field = (which: keyof Texts) => ({
    label: t(which),
    maxLength: describeCaseLimits[which],
    value: texts[which],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setTexts((all) => ({ ...all, [which]: value }));
    },
  });
  return (
    <ActDialog
      title={t("dialog")}
      verb={t("save")}
      act={act}
      needs={[
        [t("happenedAt"), happenedAt !== undefined],
        ...wanted.map((one) => [t(one), texts[one].trim() !== ""] as const),
      ]}
      refusal="last"
      onGo={() => happenedAt && act.run({ disputeId, proceedingId: page.proceeding?.id, happenedAt, ...texts })}
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        <TextField {...field("organ")} hint={t("organHint")} />
        <DateTimeField label={t("happenedAt")} maxDay={page.today} value={at} onChange={setAt} />
        <TextField {...field("place")} />
        {wide.map((which) => (
          <TextArea
            key={which}
            {...field(which)}
            {...(which === "others" ? { hint: t("othersHint") } : {})}
            minRows={which === "course" ? 3 : 2}
          />
        ))}
      </Stack>
    </ActDialog>
  );
}
