"use client";
import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/actions/button";
import { Banner } from "@/app/_ui/feedback/banner";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { useNames } from "@/app/_ui/format/use-names";
import { Columns, Line, Stack } from "@/app/_ui/layout/columns";
import { draftAgreementLimits } from "@/app/_ui/limits/agreements";
import { agreementForms, type Track } from "@/db/vocabulary";
import type { TemplateClause } from "@/server/agreements/choices";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import type { AgreedCard } from "@/server/desk/reads/papers";
import styles from "./agreement.module.css";
import { AgreementText } from "./agreement-text";
import { CheckList } from "./check-list";
import { type Check, checksOf, type Lacking } from "./checks";
import { ClauseEditor } from "./clause-editor";
import { DraftFoot } from "./draft-foot";
import { ObligationsPreview } from "./obligations-preview";
import { Renegotiated } from "./renegotiated";
import { Signers } from "./signers";
import { type Draft, useDraft } from "./use-draft";
import { Versions } from "./versions";
import { WithdrawnPapers } from "./withdrawn-papers";

interface DraftViewProps {
  page: AgreementPage;
  agreed: readonly AgreedCard[];
  /** The clauses that the committee begins such agreements with. */
  offered: readonly TemplateClause[];
}

const factsId = "agreement-facts";

/** Writing the agreement: the paper on the left, the obligations it creates and what is still wrong on the right. */
export function DraftView({ page, agreed, offered }: DraftViewProps) {
  const t = useTranslations("agreements");
  const draft = useDraft(page, agreed);
  const [open, setOpen] = useState<string | null>(null);
  const track = page.proceeding?.track ?? "peoples";
  const { facts, clauses } = draft;
  const checks = useChecks(page, draft);
  const stops = checks.filter((check) => !check.isOk && check.weight === "stop");
  const faultOf = (n: number) => checks.find((check) => !check.isOk && check.clauses.includes(n));

  return (
    <>
      <Banner>{draft.form === "oral" ? t("state.draftOral") : t("state.draft")}</Banner>
      <Renegotiated page={page} />
      {agreed.length > 0 ? <Banner tone="act">{t("form.fromDesk", { count: agreed.length })}</Banner> : null}
      <Columns
        shape="document"
        right={
          <>
            <ObligationsPreview page={page} form={draft.form} clauses={draft.clauses} />
            <CheckList checks={checks} />
            {draft.form === "written" ? <Signers page={page} /> : null}
            <Versions page={page} facts={facts} clauses={clauses} />
            <WithdrawnPapers page={page} facts={facts} clauses={clauses} />
          </>
        }
      >
        <AgreementText
          page={page}
          track={track}
          form={draft.form}
          number={null}
          facts={facts}
          clauses={clauses}
          head={<FormAndFacts track={track} draft={draft} />}
          toolOf={(clause, n) =>
            open === clause.key ? null : (
              <Button variant="text" small onClick={() => setOpen(clause.key)}>
                {t("form.edit", { n })}
              </Button>
            )
          }
          underOf={(clause, n) =>
            open === clause.key ? (
              <ClauseEditor
                page={page}
                clause={clause}
                n={n}
                count={draft.clauses.length}
                onChange={draft.change}
                onMove={(by) => draft.move(n - 1, by)}
                onRemove={() => draft.remove(clause.key)}
                onSplit={(parts) => {
                  draft.split(clause.key, parts);
                  setOpen(null);
                }}
                onDone={() => setOpen(null)}
              />
            ) : null
          }
          fixOf={(n) => {
            const fault = faultOf(n);
            if (!fault) return null;
            const clause = draft.clauses[n - 1];
            return (
              <>
                {t(fault.code === "dueOn" ? "checks.why" : `checks.bad.${fault.code}`, { clauses: n, names: "" })}
                {fault.code === "dueOn" && clause ? (
                  <MakeSigning onGo={() => draft.change({ ...clause, dueOn: "", dueAfter: "0" })} />
                ) : null}
              </>
            );
          }}
          tail={<AddClauses draft={draft} offered={offered} onAdded={setOpen} />}
        />
      </Columns>
      <DraftFoot page={page} draft={draft} stops={stops} onFix={(fault) => goToFault(fault, draft, setOpen)} />
    </>
  );
}

/** To the clause, the field or, for what is mended elsewhere, the words that say what is missing. */
function goToFault({ code, clauses: [n] }: Check, draft: Draft, open: (key: string | null) => void) {
  if (n) return open(draft.clauses[n - 1]?.key ?? null);
  if (code === "clauses") return open(draft.add());
  const place = document.getElementById(code === "facts" ? factsId : "checks");
  place?.scrollIntoView({ block: "center" });
  place?.focus({ preventScroll: true });
}

interface AddClausesProps extends Pick<DraftViewProps, "offered"> {
  draft: ReturnType<typeof useDraft>;
  /** With the key of an empty clause, to be written. */
  onAdded: (key: string) => void;
}

/** One empty clause more, or in an empty draft those that the committee begins with. */
function AddClauses({ draft, offered, onAdded }: AddClausesProps) {
  const t = useTranslations("agreements.form");
  const isEmpty = draft.clauses.length === 0;
  return (
    <Line>
      <Button icon={<IconPlus aria-hidden />} onClick={() => onAdded(draft.add())}>
        {t("add")}
      </Button>
      {isEmpty && offered.length > 0 ? (
        <Button onClick={() => draft.begin(offered)}>{t("begin", { count: offered.length })}</Button>
      ) : null}
    </Line>
  );
}

/** What is still wrong with the draft. */
function useChecks(page: AgreementPage, { facts, clauses }: ReturnType<typeof useDraft>) {
  const { parties, today, interpreters, needs } = page;
  const interpreting = { list: interpreters, needs };
  return checksOf({ facts, clauses, parties, interpreting, today, lackWords: useLackWords() });
}

/** What papers name of a party, in words. */
function useLackWords() {
  const t = useTranslations("agreements.particulars");
  const and = useTranslations("agreements.paper");
  const inWords = useNames();
  return (groups: readonly Lacking[]) =>
    groups
      .map(({ names, lacks }) => ({ names: inWords(names), what: lacks.map((one) => t(one)).join(and("and")) }))
      .map((group) => t("lackedBy", group))
      .join(t("next"));
}

/** Puts the day of signing where a clause has none: whichever day that will be. */
function MakeSigning({ onGo }: { onGo: () => void }) {
  const t = useTranslations("agreements.checks");
  return (
    <Button small onClick={onGo}>
      {t("makeSigning")}
    </Button>
  );
}

interface FormAndFactsProps {
  track: Track;
  draft: ReturnType<typeof useDraft>;
}

function FormAndFacts({ track, draft }: FormAndFactsProps) {
  const t = useTranslations("agreements");
  const forms = useTranslations("vocabulary.agreementForms");
  return (
    <div className={styles.tools}>
      <Stack>
        {track === "publicSecurity" ? null : (
          <SegmentField
            label={t("form.form")}
            isInline
            segments={agreementForms.map((form) => ({ value: form, label: forms(form) }))}
            value={draft.form}
            onChange={draft.setForm}
          />
        )}
        <TextArea
          id={factsId}
          label={t("form.facts")}
          hint={t("form.factsHint")}
          minRows={2}
          maxRows={6}
          maxLength={draftAgreementLimits.facts}
          value={draft.facts}
          onChange={(event) => draft.setFacts(event.currentTarget.value)}
        />
      </Stack>
    </div>
  );
}
