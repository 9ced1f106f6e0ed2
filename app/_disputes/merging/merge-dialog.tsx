"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { useProblemText } from "@/app/_ui/feedback/problem-text";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { mergeDisputesLimits } from "@/app/_ui/limits/merging";
import type { MergePlan } from "@/server/merging/reads/merge-plan";
import { ChooseOther } from "./choose-other";
import { MatchParties } from "./match-parties";

/** Two registrations of one matter become one: which other, which goes on, and who is who. */
export function MergeDialog({ disputeId, onClose }: { disputeId: string; onClose: () => void }) {
  const t = useTranslations("disputes.merge");
  const trpc = useTRPC();
  const [otherId, choose] = useState<string | null>(null);
  const { data: plan } = useQuery({
    ...trpc.merging.plan.queryOptions({ disputeId, otherDisputeId: otherId ?? disputeId }),
    enabled: otherId !== null,
  });
  if (plan && otherId) return <Merge key={otherId} plan={plan} onClose={onClose} />;
  return (
    <ActDialog
      title={t("title")}
      verb={null}
      act={{ isBusy: false, problem: null }}
      onGo={() => undefined}
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        <ChooseOther disputeId={disputeId} onChoose={({ id }) => choose(id)} />
      </Stack>
    </ActDialog>
  );
}

/** Whom each party of the absorbed registration is taken for at first: whoever is alike, else nobody yet. */
function proposed(plan: MergePlan, absorbedId: string): Record<string, string | null> {
  const isFirst = plan.both[0].id === absorbedId;
  const [absorbed] = plan.both.filter(({ id }) => id === absorbedId);
  return Object.fromEntries(
    (absorbed?.parties ?? []).map(({ id }) => {
      const pair = plan.alike.find(([one, other]) => (isFirst ? one : other) === id);
      return [id, pair ? (isFirst ? pair[1] : pair[0]) : null];
    }),
  );
}

function Merge({ plan, onClose }: { plan: MergePlan; onClose: () => void }) {
  const t = useTranslations("disputes.merge");
  const sentence = useProblemText();
  const act = useAct(useTRPC().merging.merge.mutationOptions(), { onDone: onClose });
  const [absorbedId, setAbsorbed] = useState(plan.absorbedId);
  const [same, setSame] = useState(() => proposed(plan, plan.absorbedId));
  const [reason, setReason] = useState("");
  const absorbed = plan.both.find(({ id }) => id === absorbedId) ?? plan.both[0];
  const survivor = plan.both.find(({ id }) => id !== absorbed.id) ?? plan.both[1];
  const turn = (id: string) => {
    setAbsorbed(id);
    setSame(proposed(plan, id));
  };
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      isReady={absorbed.obstacle === null}
      needs={[[t("reason"), reason.trim().length > 1]]}
      onGo={() =>
        act.run({
          disputeId: absorbed.id,
          intoDisputeId: survivor.id,
          reason,
          parties: absorbed.parties.map(({ id, side }) => ({ partyId: id, intoPartyId: same[id] ?? null, side })),
        })
      }
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        {plan.both.map(({ id, number, title, acts }) => (
          <p key={id}>{t("acts", { number, title, count: acts })}</p>
        ))}
        <SelectField
          label={t("absorbed")}
          options={plan.both.map((one, i) => ({
            value: one.id,
            label: t("into", { absorbed: one.number, survivor: plan.both[1 - i]?.number ?? "" }),
          }))}
          value={absorbed.id}
          error={absorbed.obstacle ? t("cannot", { why: sentence({ code: absorbed.obstacle }) }) : undefined}
          onChange={(event) => turn(event.currentTarget.value)}
        />
        <MatchParties absorbed={absorbed} survivor={survivor} same={same} onChange={setSame} />
        <TextArea
          label={t("reason")}
          minRows={2}
          maxLength={mergeDisputesLimits.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ActDialog>
  );
}
