"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { withLaterWords } from "@/app/_i18n/later-words";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { LaterDialog } from "@/app/_ui/dialogs/later-dialog";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { useFormat } from "@/app/_ui/format/use-format";
import { FootBar } from "@/app/_ui/layout/foot-bar";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import type { Check } from "./checks";
import { FoundDraft } from "./found-draft";
import { NewerDraft } from "./newer-draft";
import type { Draft } from "./use-draft";
import { useSavedByItself } from "./use-saved-by-itself";
import { WithdrawDialog } from "./withdraw-dialog";

const loadOral = withLaterWords("_agreements/oral-dialog", () => import("./oral-dialog").then((it) => it.OralDialog));

interface DraftFootProps {
  page: AgreementPage;
  draft: Draft;
  /** What prevents it from being sent. */
  stops: readonly Check[];
  /** Goes to what has to be corrected. */
  onFix: (fault: Check) => void;
}

/** What the button does next, and what follows from it. */
function useFootWords({ proceeding, parties }: AgreementPage, isOral: boolean, fault: Check | undefined) {
  const t = useTranslations("agreements.foot");
  const faultyClause = fault?.clauses[0];
  const onward = t(isOral ? "takeEffect" : "send");
  const mend = faultyClause ? t("fix", { n: faultyClause }) : t("fixPaper");
  const note = isOral
    ? t("takeEffectNote")
    : t(proceeding?.track === "peoples" ? "sendNote" : "sendNotePublicSecurity", { count: parties.length });
  return { next: fault ? mend : onward, note };
}

/** One primary button for what is next: correcting a clause, sending for signature, or recording an oral agreement. */
export function DraftFoot({ page, draft, stops, onFix }: DraftFootProps) {
  const t = useTranslations("agreements");
  const f = useFormat();
  const trpc = useTRPC();
  const save = useAct(trpc.agreements.draft.mutationOptions());
  const send = useAct(trpc.agreements.sendToSign.mutationOptions());
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  // The page's own version is out of date after a save until the page is refreshed.
  const [savedVersion, setSavedVersion] = useState(0);
  /** The saved version for which every party is asked to say yes. */
  const [asking, setAsking] = useState<number | null>(null);
  const [isDropping, setDropping] = useState(false);
  const { disputeId, proceeding } = page;
  const target = { disputeId, proceedingId: proceeding?.id };
  const isOral = draft.form === "oral";
  const fault = stops[0];
  const problem = save.problem ?? send.problem;

  /** Saves, whole or half-finished, and returns the proceeding's new version, or null when it was not saved. */
  async function saved(): Promise<number | null> {
    if (!proceeding) return null;
    const version = Math.max(proceeding.version, savedVersion);
    if (!draft.isChanged && !draft.isUnfinished) return version;
    const done = await save.run({ ...target, agreementVersion: draft.seen.version, ...draft.input() });
    if (!done) return null;
    draft.markSaved(done.agreementVersion);
    setSavedAt(new Date());
    setSavedVersion(version + 1);
    return version + 1;
  }
  useSavedByItself({ page, draft, isBusy: save.isBusy || send.isBusy, hasFailed: save.problem !== null, save: saved });

  async function goOn() {
    if (fault) return onFix(fault);
    const version = await saved();
    if (version === null) return;
    if (isOral) setAsking(version);
    else await send.run({ ...target, version });
  }

  const { keptAt } = draft.kept;
  const unsaved = keptAt ? t("form.kept", { time: f.time(keptAt) }) : t("form.unsaved");
  const isHalf = "unfinished" in draft.input();
  const savedWords = savedAt ? t(isHalf ? "form.savedHalf" : "form.saved", { time: f.time(savedAt) }) : null;
  const { next, note } = useFootWords(page, isOral, fault);
  return (
    <>
      {problem ? <ProblemNote problem={problem} code={problem.reference} /> : null}
      <NewerDraft draft={draft} />
      <FoundDraft kept={draft.kept} />
      <FootBar title={draft.isChanged ? unsaved : savedWords} note={note}>
        {page.agreement ? (
          <Button variant="stop" onClick={() => setDropping(true)}>
            {t("foot.drop")}
          </Button>
        ) : null}
        <Button busy={save.isBusy} idle={!draft.isChanged} onClick={saved}>
          {t("form.save")}
        </Button>
        <Button variant="go" busy={send.isBusy} onClick={goOn}>
          {next}
        </Button>
      </FootBar>
      {asking !== null && proceeding ? (
        <LaterDialog
          load={loadOral}
          props={{ page, track: proceeding.track, version: asking, onClose: () => setAsking(null) }}
        />
      ) : null}
      {isDropping ? <WithdrawDialog page={page} onClose={() => setDropping(false)} /> : null}
    </>
  );
}
