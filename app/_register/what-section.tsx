"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/actions/button";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { PillField } from "@/app/_ui/fields/pill-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea, TextField } from "@/app/_ui/fields/text-field";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { FormRow, FormSection } from "@/app/_ui/layout/form-section";
import { registerDisputeLimits } from "@/app/_ui/limits/disputes";
import { type DisputeType, disputeTypes } from "@/db/vocabulary";
import type { Draft, Missing } from "./draft";
import styles from "./register.module.css";

/** The types that stations meet most often; the others are behind "more". */
const common: readonly DisputeType[] = [
  "neighbour",
  "land",
  "property",
  "lending",
  "contract",
  "family",
  "migrantWages",
];

interface WhatSectionProps {
  draft: Draft;
  points: readonly { id: string; name: string }[];
  /** At intake the two sentences for those who will be asked to help are written here. */
  withSummary?: boolean;
  onChange: (part: Partial<Draft>) => void;
  missing: readonly Missing[];
}

/** What is written in whole sentences: what happened, what is asked for, and what those are shown who are asked to help. */
function Words({ draft, withSummary, onChange, missing }: Omit<WhatSectionProps, "points">) {
  const t = useTranslations("register.what");
  return (
    <div className={withSummary ? styles.words : undefined}>
      <TextArea
        label={t("facts")}
        minRows={2}
        maxRows={8}
        maxLength={registerDisputeLimits.facts}
        value={draft.facts}
        error={missing.includes("facts") ? t("factsMissing") : undefined}
        onChange={(event) => onChange({ facts: event.currentTarget.value })}
      />
      <TextArea
        label={t("requests")}
        placeholder={withSummary ? t("requestsHint") : undefined}
        hint={withSummary ? undefined : t("requestsHint")}
        minRows={2}
        maxLength={registerDisputeLimits.requests}
        value={draft.requests ?? ""}
        onChange={(event) => onChange({ requests: event.currentTarget.value })}
      />
      {withSummary ? (
        <TextArea
          label={t("summary")}
          minRows={2}
          maxRows={8}
          placeholder={t("summaryExample")}
          maxLength={registerDisputeLimits.neutralSummary}
          value={draft.neutralSummary}
          onChange={(event) => onChange({ neutralSummary: event.currentTarget.value })}
        />
      ) : null}
    </div>
  );
}

/** What happened in the person's own words, its type, where, and since when (no time limit is counted from that day). */
export function WhatSection({ draft, points, withSummary = false, onChange, missing }: WhatSectionProps) {
  const t = useTranslations("register.what");
  const types = useTranslations("vocabulary.disputeTypes");
  const [isWhole, setWhole] = useState(false);
  const shown = disputeTypes.filter((type) => isWhole || common.includes(type) || type === draft.type);
  return (
    <FormSection title={t("title")} hint={draft.type && draft.isTypeProposed ? t("typeProposed") : t("hint")}>
      <Words draft={draft} withSummary={withSummary} onChange={onChange} missing={missing} />
      <div className={styles.types}>
        <PillField
          label={t("type")}
          isQuiet
          options={shown.map((value) => ({ value, label: types(value) }))}
          value={draft.type ? [draft.type] : []}
          error={missing.includes("type") ? t("typeMissing") : undefined}
          onChange={([chosen]) =>
            onChange({ type: disputeTypes.find((one) => one === chosen) ?? null, isTypeProposed: false })
          }
        />
        {isWhole ? null : (
          <Button small onClick={() => setWhole(true)}>
            {t("moreTypes", { count: disputeTypes.length - shown.length })}
          </Button>
        )}
      </div>
      <FormRow min={200}>
        <TextField
          label={t("place")}
          placeholder={t("placeExample")}
          maxLength={registerDisputeLimits.place}
          autoComplete="off"
          value={draft.place}
          error={missing.includes("place") ? t("placeMissing") : undefined}
          onChange={(event) => onChange({ place: event.currentTarget.value })}
        />
        <SelectField
          label={t("point")}
          placeholder={t("pointNone")}
          options={points.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.pointId}
          onChange={(event) => onChange({ pointId: event.currentTarget.value })}
        />
        <DateTimeField
          part="date"
          label={t("startedOn")}
          maxDay={toWallClock(new Date()).slice(0, 10)}
          value={draft.startedOn}
          onChange={(startedOn) => onChange({ startedOn })}
        />
      </FormRow>
    </FormSection>
  );
}
