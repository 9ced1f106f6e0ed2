"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/actions/button";
import { NeedsButton } from "@/app/_ui/dialogs/needs-button";
import { TextField } from "@/app/_ui/fields/text-field";
import { Line, Stack } from "@/app/_ui/layout/columns";
import { otherByNumberLimits } from "@/app/_ui/limits/merging";

export interface OtherDispute {
  id: string;
  number: string;
  title: string;
}

interface ChooseOtherProps {
  disputeId: string;
  onChoose: (other: OtherDispute) => void;
}

/** Another dispute: one of those that intake would call similar, or one whose number is known. */
export function ChooseOther({ disputeId, onChoose }: ChooseOtherProps) {
  const t = useTranslations("disputes.merge");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [number, setNumber] = useState("");
  const [isMissing, setMissing] = useState(false);
  const { data } = useQuery(trpc.merging.candidates.queryOptions({ disputeId }));
  const alike = data?.disputes ?? [];

  async function find() {
    const found = await queries.fetchQuery(trpc.merging.byNumber.queryOptions({ disputeId, number }));
    setMissing(found === null);
    if (found) onChoose(found);
  }

  return (
    <Stack>
      <b>{t("alike")}</b>
      {data && alike.length === 0 ? <p>{t("noneAlike")}</p> : null}
      {alike.map((one) => (
        <Line key={one.id} isSpread>
          <span>
            {one.number} {one.title}
          </span>
          <Button small onClick={() => onChoose(one)}>
            {t("choose")}
          </Button>
        </Line>
      ))}
      <TextField
        label={t("number")}
        maxLength={otherByNumberLimits.number}
        value={number}
        error={isMissing ? t("notFound") : undefined}
        onChange={(event) => {
          setNumber(event.currentTarget.value);
          setMissing(false);
        }}
      />
      <NeedsButton
        small
        variant="outline"
        needs={[[t("number"), number.trim() !== ""]]}
        isBusy={false}
        onGo={() => void find().catch(() => setMissing(true))}
      >
        {t("find")}
      </NeedsButton>
    </Stack>
  );
}
