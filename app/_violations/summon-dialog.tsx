"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { fromWallClock, toWallClock } from "@/app/_ui/format/shanghai";
import { Stack } from "@/app/_ui/layout/columns";
import { summonGuardianLimits } from "@/app/_ui/limits/violations";
import { type NoticeMeans, noticeMeans } from "@/db/vocabulary";
import type { ViolationParty } from "@/server/violations/reads/violation";

interface SummonDialogProps {
  disputeId: string;
  proceedingId: string | undefined;
  party: ViolationParty;
  onClose: () => void;
}

const excepted = "excepted";

/** Which guardian was told, how and when; or why nobody had to be. */
export function SummonDialog({ disputeId, proceedingId, party, onClose }: SummonDialogProps) {
  const t = useTranslations("violations.guardian");
  const words = useTranslations("vocabulary.noticeMeans");
  const trpc = useTRPC();
  const act = useAct(trpc.violations.summonGuardian.mutationOptions(), { onDone: onClose });
  const guardians = party.links.filter((link) => link.kind === "guardian");
  const [who, setWho] = useState("");
  const [means, setMeans] = useState<NoticeMeans | null>(null);
  const [reason, setReason] = useState("");
  const [at, setAt] = useState(() => toWallClock(new Date()));
  const toldAt = fromWallClock(at)?.toISOString();
  const isExcepted = who === excepted;
  return (
    <ActDialog
      title={t("ask", { name: party.name })}
      verb={t("save")}
      act={act}
      needs={[
        [t("who"), who !== ""],
        [t("reason"), !isExcepted || reason.trim() !== ""],
        [t("means"), isExcepted || means !== null],
        [t("toldAt"), isExcepted || toldAt !== undefined],
      ]}
      onGo={() =>
        act.run(
          isExcepted
            ? { disputeId, proceedingId, partyId: party.id, linkId: null, means: null, exceptionReason: reason }
            : { disputeId, proceedingId, partyId: party.id, linkId: who, means, exceptionReason: "", toldAt },
        )
      }
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        {party.needsGuardian ? <p>{t("exceptionFirst")}</p> : null}
        {guardians.length === 0 ? <p>{t("addFirst")}</p> : null}
        <SelectField
          label={t("who")}
          placeholder={t("choose")}
          options={[
            ...guardians.map((link) => ({ value: link.id, label: link.name })),
            ...(party.needsGuardian ? [] : [{ value: excepted, label: t("exception") }]),
          ]}
          value={who}
          onChange={(event) => setWho(event.currentTarget.value)}
        />
        {isExcepted ? (
          <TextArea
            label={t("reason")}
            hint={t("reasonHint")}
            minRows={2}
            maxLength={summonGuardianLimits.exceptionReason}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : (
          <>
            <SegmentField
              label={t("means")}
              segments={noticeMeans.map((value) => ({ value, label: words(value) }))}
              value={means}
              onChange={setMeans}
            />
            <DateTimeField label={t("toldAt")} value={at} onChange={setAt} />
          </>
        )}
      </Stack>
    </ActDialog>
  );
}
