"use client";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { type ShownProblem, useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { useControlEnter } from "@/app/_ui/actions/use-control-enter";
import { useGoTo } from "@/app/_ui/actions/use-go-to";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { useProblemText } from "@/app/_ui/feedback/problem-text";
import { focusFirstFault } from "@/app/_ui/fields/focus-first-fault";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { SelectField } from "@/app/_ui/fields/select-field";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { Columns } from "@/app/_ui/layout/columns";
import { FootBar } from "@/app/_ui/layout/foot-bar";
import { PageHead } from "@/app/_ui/layout/page-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { type Role, type Source, sources, type Track } from "@/db/vocabulary";
import type { ClueRow } from "@/server/calls/queries";
import { isReferral } from "@/server/disputes/choices";
import type { RegisterDisputeInput } from "@/server/disputes/inputs";
import type { CallChoice } from "@/server/disputes/reads/choices";
import type { Registered } from "@/server/disputes/register-dispute";
import { acceptOf, gateAnswersOf, ownTrackOf } from "./accept-at-once";
import { AskedSection } from "./asked-section";
import { changed, type Draft, emptyDraft, inputOf, type Missing, missingIn } from "./draft";
import { dangerQuestions } from "./questions";
import { ReferralSection } from "./referral-section";
import styles from "./register.module.css";
import { SimilarPanel } from "./similar-panel";
import { useDraft } from "./use-draft";
import { useSimilar } from "./use-similar";
import { WhatSection } from "./what-section";
import { WhoSection } from "./who-section";

interface RegisterFormProps {
  personId: string;
  role: Role;
  points: readonly { id: string; name: string }[];
  /** Police calls this page was opened from. */
  broughtCalls: readonly CallChoice[];
  /** The clue it was opened from. */
  clue: ClueRow | null;
  place: string;
  dutyLeader: string | null;
}

/** Intake of a walk-in, a call, a clue or a referral; possible duplicates are at the right and never move a field. */
export function RegisterForm({ personId, role, points, broughtCalls, clue, place, dutyLeader }: RegisterFormProps) {
  const t = useTranslations("register");
  const words = useTranslations("vocabulary");
  const { isGoing, goTo } = useGoTo();
  const trpc = useTRPC();
  const brought = { calls: broughtCalls, clue, place };
  // A form opened from a call or a clue has a draft of its own.
  const opened = [...broughtCalls.map((call) => call.id), clue?.id];
  const draftKey = ["draft.register", personId, ...opened].filter(Boolean).join(" ");
  const { draft, change: keep, isKept, forget } = useDraft(draftKey, useState(() => emptyDraft(brought))[0]);
  const change = (next: Draft) => keep(changed(draft, next));
  const [wasTried, setTried] = useState(false);
  const { run, isBusy, problem } = useAct(trpc.disputes.register.mutationOptions(), { refresh: false });
  const act = { isBusy: isBusy || isGoing, problem };
  const missing = missingIn(draft);
  const shown = wasTried ? missing : [];
  const set = (part: Partial<Draft>) => change({ ...draft, ...part });
  const atOnce = useAcceptAtOnce(draft, role);
  const similar = useSimilar(draft);

  async function save(isAccepted: boolean) {
    setTried(true);
    if (missing.length > 0) {
      focusFirstFault(document.body);
      return;
    }
    const said = dangerQuestions
      .filter((question) => draft.asked[question] === "yes")
      .map((question) => words(`gateQuestions.${question}`));
    const title = t("autoTitle", {
      place: draft.place.trim(),
      type: draft.type ? words(`disputeTypes.${draft.type}`) : "",
    });
    const saved = await run(inputOf(draft, title, said.join(t("comma")), isAccepted ? atOnce.accept : undefined));
    if (!saved) return;
    forget();
    goTo(placeAfter(saved, draft.source));
  }
  useControlEnter(() => void save(atOnce.accept !== undefined), act.isBusy);
  function clear() {
    forget();
    setTried(false);
    keep(emptyDraft(brought));
  }

  return (
    <>
      <RegisterHead source={draft.source} onChoose={(source) => set({ source })} isKept={isKept} />
      <Columns
        shape="form"
        right={
          <SimilarPanel
            dutyLeader={dutyLeader}
            draft={draft}
            similar={similar}
            brought={broughtCalls}
            onAttach={(callIds) => set({ callIds })}
            onRelapse={(relapseOf) => set({ relapseOf })}
          />
        }
      >
        <Sheet className={styles.dense}>
          {isReferral(draft.source) ? <ReferralSection draft={draft} onChange={set} missing={shown} /> : null}
          <WhoSection
            isFirstOnPage
            draft={draft}
            similar={similar}
            calls={broughtCalls}
            onChange={change}
            missing={shown}
          />
          <WhatSection withSummary draft={draft} points={points} onChange={set} missing={shown} />
          <AskedSection draft={draft} onChange={(asked) => set({ asked })} missing={shown} />
          {atOnce.accept ? <AcceptedDay draft={draft} onChange={set} /> : null}
        </Sheet>
      </Columns>
      <RegisterFoot missing={shown} atOnce={atOnce} act={act} onClear={clear} onSave={save} />
    </>
  );
}

/** What comes next; whoever came in person is given their receipt there first. */
function placeAfter({ disputeId, proceedingId }: Registered, source: Source): string {
  const page = `/disputes/${disputeId}${proceedingId ? "/parties" : ""}`;
  if (source === "walkIn") return `${page}?registered=yes#registered`;
  return `${page}${proceedingId ? "#consents" : "#triage"}`;
}

/** The day on which it was taken up, where all of this is entered later. */
function AcceptedDay({ draft, onChange }: { draft: Draft; onChange: (part: Partial<Draft>) => void }) {
  const t = useTranslations("register");
  return (
    <HappenedDay
      label={t("acceptedOn")}
      today={toWallClock(new Date()).slice(0, 10)}
      value={draft.acceptedOn ?? null}
      onChange={(acceptedOn) => onChange({ acceptedOn })}
    />
  );
}

interface AcceptAtOnce {
  accept: RegisterDisputeInput["accept"];
  track: Track | null;
  /** Why it has to be triaged by itself, where the answers bar the track. */
  bar: { code: string; params: Record<string, string> } | null;
}

/** Whether the gate lets whoever registers take the matter up at once and lead it; the server answers by the same gate. */
function useAcceptAtOnce(draft: Draft, role: Role): AcceptAtOnce {
  const trpc = useTRPC();
  const answers = gateAnswersOf(draft);
  const track = answers && ownTrackOf(role, answers);
  const offers = useQuery(trpc.disputes.tracks.queryOptions(answers && track ? { answers } : skipToken));
  const offer = answers && track ? offers.data?.find((one) => one.track === track) : undefined;
  if (!answers || !track || !offer) return { accept: undefined, track, bar: null };
  if (offer.bar) {
    const params: Record<string, string> = offer.question ? { question: offer.question } : {};
    return { accept: undefined, track, bar: { code: offer.bar, params } };
  }
  return { accept: acceptOf(answers, track), track, bar: null };
}

interface RegisterFootProps {
  missing: readonly Missing[];
  atOnce: AcceptAtOnce;
  act: { isBusy: boolean; problem: ShownProblem | null };
  onClear: () => void;
  onSave: (isAccepted: boolean) => void;
}

/** What is still missing, what the filled button will do, and the buttons. */
function RegisterFoot({ missing, atOnce, act, onClear, onSave }: RegisterFootProps) {
  const t = useTranslations("register");
  const tracks = useTranslations("vocabulary.tracks");
  const why = useProblemText();
  const { accept, track, bar } = atOnce;
  const note =
    missing.length > 0
      ? t("missing", { what: missing.map((one) => t(`missingWhat.${one}`)).join(t("comma")) })
      : accept && track
        ? t("footAccept", { track: tracks(track) })
        : bar
          ? t("footBarred", { why: why(bar) })
          : t("foot");
  return (
    <FootBar
      note={<span role="status">{note}</span>}
      problem={act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
    >
      <Button onClick={onClear}>{t("clear")}</Button>
      {accept ? (
        <Button busy={act.isBusy} onClick={() => onSave(false)}>
          {t("saveOnly")}
        </Button>
      ) : null}
      <Button variant="go" kbd="Ctrl ↵" busy={act.isBusy} onClick={() => onSave(accept !== undefined)}>
        {t(accept ? "saveAccept" : "save")}
      </Button>
    </FootBar>
  );
}

interface RegisterHeadProps {
  source: Source;
  onChoose: (source: Source) => void;
  /** What was typed is stored on this device already. */
  isKept: boolean;
}

function RegisterHead({ source, onChoose, isKept }: RegisterHeadProps) {
  const t = useTranslations("register");
  const words = useTranslations("vocabulary.sources");
  return (
    <PageHead
      title={t("title")}
      note={t("note", { source: words(source) })}
      end={
        <>
          <SelectField
            label={<span className="sr-only">{t("sourceLabel")}</span>}
            options={sources.map((value) => ({ value, label: words(value) }))}
            value={source}
            onChange={(event) => onChoose(sources.find((one) => one === event.currentTarget.value) ?? source)}
          />
          <span role="status">{isKept ? t("kept") : null}</span>
        </>
      }
    />
  );
}
