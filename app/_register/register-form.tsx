"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { SelectField } from "@/app/_ui/fields/select-field";
import { Columns } from "@/app/_ui/layout/columns";
import { FootBar } from "@/app/_ui/layout/foot-bar";
import { PageHead } from "@/app/_ui/layout/page-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { type Source, sources } from "@/db/vocabulary";
import type { ClueRow } from "@/server/calls/queries";
import type { CallChoice } from "@/server/disputes/reads/choices";
import { AskedSection } from "./asked-section";
import {
  changed,
  type Draft,
  dangerQuestions,
  emptyDraft,
  inputOf,
  isReferral,
  type Missing,
  missingIn,
} from "./draft";
import { ReferralSection } from "./referral-section";
import { SimilarPanel } from "./similar-panel";
import { useDraft } from "./use-draft";
import { WhatSection } from "./what-section";
import { WhoSection } from "./who-section";

interface RegisterFormProps {
  personId: string;
  points: readonly { id: string; name: string }[];
  /** Police calls this page was opened from. */
  broughtCalls: readonly CallChoice[];
  /** The clue it was opened from. */
  clue: ClueRow | null;
  place: string;
  dutyLeader: string | null;
}

/** Intake of a walk-in, a call, a clue or a referral; possible duplicates are at the right and never move a field. */
export function RegisterForm({ personId, points, broughtCalls, clue, place, dutyLeader }: RegisterFormProps) {
  const t = useTranslations("register");
  const words = useTranslations("vocabulary");
  const router = useRouter();
  const trpc = useTRPC();
  const brought = { calls: broughtCalls, clue, place };
  // A form opened from a call or a clue has a draft of its own.
  const opened = [...broughtCalls.map((call) => call.id), clue?.id];
  const draftKey = ["draft.register", personId, ...opened].filter(Boolean).join(" ");
  const { draft, change: keep, isKept, forget } = useDraft(draftKey, useState(() => emptyDraft(brought))[0]);
  const change = (next: Draft) => keep(changed(draft, next));
  const [wasTried, setTried] = useState(false);
  const act = useAct(trpc.disputes.register.mutationOptions(), { refresh: false });
  const missing = missingIn(draft);
  const shown = wasTried ? missing : [];
  const set = (part: Partial<Draft>) => change({ ...draft, ...part });

  async function save() {
    setTried(true);
    if (missing.length > 0) {
      requestAnimationFrame(focusOnFirstFault);
      return;
    }
    const said = dangerQuestions
      .filter((question) => draft.asked[question] === "yes")
      .map((question) => words(`gateQuestions.${question}`));
    const title = t("autoTitle", {
      place: draft.place.trim(),
      type: draft.type ? words(`disputeTypes.${draft.type}`) : "",
    });
    const saved = await act.run(inputOf(draft, title, said.join(t("comma"))));
    if (!saved) return;
    forget();
    router.push(`/disputes/${saved.disputeId}#triage`);
  }
  useControlEnter(save, act.isBusy);
  function clear() {
    forget();
    setTried(false);
    keep(emptyDraft(brought));
  }

  return (
    <>
      <PageHead
        title={t("title")}
        note={t("note", { source: words(`sources.${draft.source}`) })}
        end={<SourceChoice source={draft.source} onChoose={(source) => set({ source })} isKept={isKept} />}
      />
      <Columns
        shape="form"
        right={
          <SimilarPanel
            dutyLeader={dutyLeader}
            draft={draft}
            brought={broughtCalls}
            onAttach={(callIds) => set({ callIds })}
            onRelapse={(relapseOf) => set({ relapseOf })}
          />
        }
      >
        <Sheet>
          {isReferral(draft.source) ? <ReferralSection draft={draft} onChange={set} missing={shown} /> : null}
          <WhoSection isFirstOnPage draft={draft} calls={broughtCalls} onChange={change} missing={shown} />
          <WhatSection draft={draft} points={points} onChange={set} missing={shown} />
          <AskedSection asked={draft.asked} onChange={(asked) => set({ asked })} missing={shown} />
        </Sheet>
        {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      </Columns>
      <RegisterFoot missing={shown} isBusy={act.isBusy} onClear={clear} onSave={save} />
    </>
  );
}

interface RegisterFootProps {
  missing: readonly Missing[];
  isBusy: boolean;
  onClear: () => void;
  onSave: () => void;
}

/** What is still missing, and the two buttons. */
function RegisterFoot({ missing, isBusy, onClear, onSave }: RegisterFootProps) {
  const t = useTranslations("register");
  return (
    <FootBar
      note={
        missing.length > 0
          ? t("missing", { what: missing.map((one) => t(`missingWhat.${one}`)).join(t("comma")) })
          : t("foot")
      }
    >
      <Button onClick={onClear}>{t("clear")}</Button>
      <Button variant="go" kbd="Ctrl ↵" busy={isBusy} onClick={onSave}>
        {t("save")}
      </Button>
    </FootBar>
  );
}

function useControlEnter(press: () => Promise<void>, isBusy: boolean) {
  // Ctrl ↵ presses the filled button from anywhere on the page.
  useEffect(() => {
    function pressed(event: KeyboardEvent) {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing || isBusy) return;
      event.preventDefault();
      void press();
    }
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  });
}

function focusOnFirstFault() {
  const wrong = document.querySelector<HTMLElement>("[aria-invalid=true]");
  (wrong?.querySelector("input") ?? wrong)?.focus();
}

interface SourceChoiceProps {
  source: Source;
  onChoose: (source: Source) => void;
  /** What was typed is stored on this device already. */
  isKept: boolean;
}

function SourceChoice({ source, onChoose, isKept }: SourceChoiceProps) {
  const t = useTranslations("register");
  const words = useTranslations("vocabulary.sources");
  return (
    <>
      <SelectField
        label={t("sourceLabel")}
        options={sources.map((value) => ({ value, label: words(value) }))}
        value={source}
        onChange={(event) => onChoose(sources.find((one) => one === event.currentTarget.value) ?? source)}
      />
      <span role="status">{isKept ? t("kept") : null}</span>
    </>
  );
}
