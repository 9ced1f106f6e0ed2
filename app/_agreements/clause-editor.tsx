"use client";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { Button } from "@/app/_ui/actions/button";
import { useFocusOpened } from "@/app/_ui/actions/use-focus-opened";
import { CheckField } from "@/app/_ui/fields/check-field";
import { MoneyField } from "@/app/_ui/fields/money-field";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { Line } from "@/app/_ui/layout/columns";
import { FormRow } from "@/app/_ui/layout/form-section";
import { obligationLimits } from "@/app/_ui/limits/agreements";
import { obligationKinds, type ProofKind, proofKinds } from "@/db/vocabulary";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import styles from "./agreement.module.css";
import type { ClauseDraft } from "./clause-draft";
import { DueFields } from "./due-fields";
import { HowFields } from "./how-fields";
import { InstalmentFields } from "./instalment-fields";
import { LiabilityFields } from "./liability-fields";

interface ClauseEditorProps {
  page: AgreementPage;
  clause: ClauseDraft;
  n: number;
  count: number;
  onChange: (clause: ClauseDraft) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  /** With a clause for each instalment, in place of this one. */
  onSplit: (parts: ClauseDraft[]) => void;
  onDone: () => void;
}

/** The fields of one clause, opened in the paper at its place. */
export function ClauseEditor({
  page,
  clause,
  n,
  count,
  onChange,
  onMove,
  onRemove,
  onSplit,
  onDone,
}: ClauseEditorProps) {
  const t = useTranslations("agreements.form");
  const kinds = useTranslations("vocabulary.obligationKinds");
  const proofs = useTranslations("vocabulary.proofKinds");
  const opened = useFocusOpened<HTMLElement>();
  const set = (over: Partial<ClauseDraft>) => onChange({ ...clause, ...over });
  const verifiers = page.verifiers.map((one) => ({ value: one.personId, label: `${one.name} · ${one.post}` }));
  return (
    <section className={styles.editor} aria-label={t("edit", { n })} ref={opened} tabIndex={-1}>
      <SegmentField
        label={t("kind")}
        segments={obligationKinds.map((kind) => ({ value: kind, label: kinds(kind) }))}
        value={clause.kind}
        onChange={(kind) => set({ kind, yuan: kind === "pay" ? clause.yuan : "" })}
      />
      <FormRow min={200}>
        <Ticks
          legend={t("obligors")}
          page={page}
          ids={clause.obligorPartyIds}
          onChange={(obligorPartyIds) => set({ obligorPartyIds })}
        />
        <Ticks
          legend={t("obligees")}
          page={page}
          ids={clause.obligeePartyIds}
          onChange={(obligeePartyIds) => set({ obligeePartyIds })}
        />
      </FormRow>
      <TextArea
        label={t(`text.${clause.kind}`)}
        minRows={2}
        maxLength={obligationLimits.text}
        value={clause.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <DueFields today={page.today} clause={clause} onChange={set} />
      <FormRow min={170}>
        {clause.kind === "pay" ? (
          <MoneyField label={t("amount")} showWords value={clause.yuan} onChange={(yuan) => set({ yuan })} />
        ) : null}
        <SelectField
          label={t("proof")}
          placeholder={t("chooseProof")}
          options={proofKinds.map((kind) => ({ value: kind, label: proofs(kind) }))}
          value={clause.proof}
          onChange={(event) => set({ proof: event.currentTarget.value as ProofKind | "" })}
        />
        {verifiers.length > 0 && clause.kind !== "pay" ? (
          <SelectField
            label={t("verifier")}
            placeholder={t("noVerifier")}
            options={verifiers}
            value={clause.verifierId}
            onChange={(event) => set({ verifierId: event.currentTarget.value })}
          />
        ) : null}
      </FormRow>
      <HowFields clause={clause} onChange={set} />
      <LiabilityFields parties={page.parties} clause={clause} onChange={set} />
      <InstalmentFields clause={clause} count={count} onChange={set} onSplit={onSplit} />
      <EditorFoot n={n} count={count} onMove={onMove} onRemove={onRemove} onDone={onDone} />
    </section>
  );
}

/** Where the clause stands among the others, and away with it. */
function EditorFoot({
  n,
  count,
  onMove,
  onRemove,
  onDone,
}: Pick<ClauseEditorProps, "n" | "count" | "onMove" | "onRemove" | "onDone">) {
  const t = useTranslations("agreements.form");
  return (
    <Line isSpread>
      <Button small icon={<IconArrowUp aria-hidden />} idle={n === 1} onClick={() => onMove(-1)}>
        {t("up")}
      </Button>
      <Button small icon={<IconArrowDown aria-hidden />} idle={n === count} onClick={() => onMove(1)}>
        {t("down")}
      </Button>
      <Button small variant="stop" onClick={onRemove}>
        {t("remove")}
      </Button>
      <Button small onClick={onDone}>
        {t("done")}
      </Button>
    </Line>
  );
}

interface TicksProps {
  legend: string;
  page: AgreementPage;
  ids: readonly string[];
  onChange: (ids: string[]) => void;
}

/** One tick for each party, with its side. */
function Ticks({ legend, page, ids, onChange }: TicksProps) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className={styles.sides}>
        {page.parties.map((party) => (
          <CheckField
            key={party.id}
            checked={ids.includes(party.id)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...ids, party.id] : ids.filter((id) => id !== party.id))
            }
            label={
              <span className={styles.whom}>
                <SideStamp index={party.side - 1} small />
                {party.name}
              </span>
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
