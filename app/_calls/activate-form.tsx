"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { isAnswered, TriageQuestions } from "@/app/_disputes/triage/triage-questions";
import { TriageTracks } from "@/app/_disputes/triage/triage-tracks";
import { WhatSection } from "@/app/_register/what-section";
import { WhoSection } from "@/app/_register/who-section";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea, TextField } from "@/app/_ui/fields/text-field";
import { Columns } from "@/app/_ui/layout/columns";
import { FootBar } from "@/app/_ui/layout/foot-bar";
import { FormRow, FormSection } from "@/app/_ui/layout/form-section";
import { Sheet } from "@/app/_ui/layout/sheet";
import { activateGroupLimits } from "@/app/_ui/limits/calls";
import { type RiskLevel, riskLevels, type Track } from "@/db/vocabulary";
import type { ActivationForm } from "@/server/calls/queries";
import { mayLead } from "@/server/disputes/choices";
import { type FieldOf, useActivation } from "./use-activation";

/** The station head activates 1+8+N: reason, parties, facts, seven questions without presets, track and lead. */
export function ActivateForm({ form, side }: { form: ActivationForm; side: ReactNode }) {
  const t = useTranslations("calls.activate");
  const words = useTranslations("vocabulary");
  const { group, leads, points } = form;
  const activation = useActivation(form);
  const { draft, setDraft, said, answer, more, setMore, risk, setRisk, track, choose } = activation;
  const { field, offers, missing, gaps, lead, submit, act } = activation;
  const listed = missing.parts.map((part) => t(`missing.${part}`)).join(t("comma"));
  return (
    <form method="dialog" onSubmit={submit} noValidate>
      <Columns shape="form" right={side}>
        <Sheet>
          <FormSection title={t("why")} hint={t("whyHint")}>
            <TextArea
              label={t("reason")}
              hint={t("reasonHint")}
              maxLength={activateGroupLimits.reason}
              minRows={2}
              {...field("reason")}
            />
          </FormSection>
          <WhoSection draft={draft} calls={form.calls} onChange={setDraft} missing={gaps} />
          <FormSection title={t("titleSection")} hint={t("titleHint")}>
            <TextField label={t("titleField")} maxLength={activateGroupLimits.title} {...field("title")} />
          </FormSection>
          <WhatSection
            draft={draft}
            points={points}
            onChange={(part) => setDraft({ ...draft, ...part })}
            missing={gaps}
          />
          <RiskSection risk={risk} onChoose={setRisk} field={field} />
          <FormSection title={t("questions")} hint={t("questionsHint")}>
            <TriageQuestions said={said} onSay={answer} />
          </FormSection>
          <FormSection title={t("track")} hint={t("trackHint")}>
            {isAnswered(said) && offers.data ? (
              <TriageTracks
                answers={said}
                offers={offers.data}
                choice={track}
                onChoose={choose}
                overrideReason={more.overrideReason}
                onOverride={(overrideReason) => setMore({ ...more, overrideReason })}
                canRefuse={false}
              />
            ) : (
              <p>{t("answerFirst", { count: Object.values(said).length })}</p>
            )}
          </FormSection>
          <LeadSection leads={leads} track={track} field={field} />
          {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
        </Sheet>
      </Columns>
      <FootBar
        note={
          missing.parts.length > 0
            ? t("footWait", { what: listed })
            : t("foot", {
                count: group.looseCallIds.length,
                lead: lead?.name ?? "",
                track: track ? words(`tracks.${track}`) : "",
              })
        }
      >
        <Button type="submit" variant="go" busy={act.isBusy}>
          {t("go")}
        </Button>
      </FootBar>
    </form>
  );
}

interface RiskSectionProps {
  risk: RiskLevel | null;
  onChoose: (risk: RiskLevel) => void;
  field: FieldOf;
}

function RiskSection({ risk, onChoose, field }: RiskSectionProps) {
  const t = useTranslations("calls.activate");
  const words = useTranslations("vocabulary");
  return (
    <FormSection title={t("risk")} hint={t("riskHint")}>
      <FormRow>
        <SegmentField
          label={t("riskLevel")}
          segments={riskLevels.map((value) => ({ value, label: words(`riskLevels.${value}`) }))}
          value={risk}
          onChange={onChoose}
        />
        <TextField label={t("riskReason")} maxLength={activateGroupLimits.riskReason} {...field("riskReason")} />
      </FormRow>
    </FormSection>
  );
}

interface LeadSectionProps extends Pick<ActivationForm, "leads"> {
  track: Track | null;
  field: FieldOf;
}

function LeadSection({ leads, track, field }: LeadSectionProps) {
  const t = useTranslations("calls.activate");
  return (
    <FormSection title={t("lead")} hint={t("leadHint")}>
      <FormRow>
        <SelectField
          label={t("leadPerson")}
          placeholder={t("leadChoose")}
          options={leads
            .filter(({ role }) => track === null || mayLead(role, track))
            .map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` }))}
          {...field("leadPersonId")}
        />
        <TextField label={t("leadUnit")} maxLength={activateGroupLimits.leadUnit} {...field("leadUnit")} />
      </FormRow>
      <TextArea
        label={t("summary")}
        hint={t("summaryHint")}
        maxLength={activateGroupLimits.neutralSummary}
        minRows={2}
        {...field("neutralSummary")}
      />
    </FormSection>
  );
}
