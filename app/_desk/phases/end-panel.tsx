"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ComponentProps, type FormEvent, useState } from "react";
import { SpeakerFields } from "@/app/_binding/speaker-field";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { isLacking, lackingIn, noParts, partsInput, type RecordParts } from "@/app/_sessions/record-parts";
import { RecordPartsFields } from "@/app/_sessions/record-parts-fields";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { CheckField } from "@/app/_ui/fields/check-field";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { recordSessionLimits } from "@/app/_ui/limits/sessions";
import { type SessionResult, sessionResults } from "@/db/vocabulary";
import { statementMax } from "@/server/sessions/choices";
import { useAttendance } from "../attendance/use-attendance";
import { useCards } from "../cover/use-cards";
import type { DeskPerson } from "../desk";
import { useConnection } from "../outbox/use-connection";
import { useServerState } from "../use-desk-state";
import { recordText } from "./record-text";
import styles from "./start.module.css";

interface EndPanelProps {
  /** The record as edited by the user; null while it is what the cards give. */
  text: string | null;
  onText: (text: string) => void;
  /** What each party stated and the rest of the record; null while it is what the cards give. */
  parts: RecordParts | null;
  onParts: (parts: RecordParts) => void;
  onBack: () => void;
}

/** Attendance (ticked already), outcome, save: three presses, counting the one that led here. */
export function EndPanel({ text, onText, parts: typed, onParts, onBack }: EndPanelProps) {
  const t = useTranslations("desk.end");
  const results = useTranslations("vocabulary.sessionResults");
  const trpc = useTRPC();
  const {
    state: { session, people },
    disputeId,
    look,
  } = useServerState();
  const isJoint = session.kind === "joint";
  const { isHere, say } = usePresence(people);
  const present = people.filter(isHere).map((one) => one.id);
  const [isTried, setTried] = useState(false);
  const { here, speakers, cameFor } = useCame(isHere, isTried);
  const [result, setResult] = useState<SessionResult | null>(null);
  const parts = useStated(typed);
  const stating = useStating(here);
  const { composed, hasFailed } = useComposedRecord(isJoint);
  const record = useAct(trpc.sessions.record.mutationOptions(), { refresh: false, onDone: () => void look() });
  const words = text ?? composed.text;
  const lacksText = isJoint && words.trim() === "";
  const left = useConnection().box.waiting.length;
  function save(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!result || lacksText || left > 0 || !cameFor) return;
    if (isJoint && isLacking(lackingIn(parts, result, stating))) return;
    void record.run({
      disputeId,
      proceedingId: session.proceeding.id,
      sessionId: session.id,
      sessionVersion: session.version,
      presentIds: [...present],
      speakers: cameFor,
      result,
      text: isJoint ? words.trim() : "",
      ...(isJoint ? partsInput(parts) : {}),
    });
  }
  return (
    <main id="content" tabIndex={-1} className={styles.end} data-region>
      <form method="dialog" aria-label={t("title")} onSubmit={save}>
        <Sheet labelledBy="end-result" className={styles.result}>
          <SectionHead
            id="end-result"
            title={t("title")}
            note={t("count", { here: present.length, of: people.length })}
          />
          <SegmentField
            label={t("result")}
            segments={sessionResults.map((value) => ({ value, label: results(value) }))}
            value={result}
            onChange={setResult}
            error={isTried && !result ? t("resultNeeded") : undefined}
          />
          <WhoCame isHere={isHere} onSay={say} />
          <SpeakerFields parties={here} speakers={speakers} />
        </Sheet>
        {isJoint ? (
          <PartsSheet parties={stating} result={result} value={parts} onChange={onParts} isTried={isTried} />
        ) : null}
        <RecordSheet
          isJoint={isJoint}
          words={words}
          onText={onText}
          isLacking={isTried && lacksText}
          hasNoDraft={hasFailed}
          left={text === null ? composed.left : 0}
        />
        {record.problem ? <ProblemNote problem={record.problem} code={record.problem.reference} /> : null}
        <Foot left={left} isBusy={record.isBusy} onBack={onBack} />
      </form>
    </main>
  );
}

/** Who is there: ticked at the desk or by phone, or said here. */
function usePresence(people: readonly DeskPerson[]) {
  const { ticked } = useAttendance();
  // Unsent ticks count; so do people who check in by phone while this panel is open.
  const isTicked = (one: DeskPerson) => ticked[one.id] ?? one.attendance === "present";
  // If nobody was ticked, everybody is assumed to be present until the mediator changes it.
  const [wasTicked] = useState(() => people.some((one) => isTicked(one) && !one.isLead));
  const [said, setSaid] = useState<Readonly<Record<string, boolean>>>({});
  return {
    isHere: (one: DeskPerson) => said[one.id] ?? (isTicked(one) || one.isLead || !wasTicked),
    say: (id: string, isThere: boolean) => setSaid((all) => ({ ...all, [id]: isThere })),
  };
}

/** The parties who came, and who came for each. */
function useCame(isHere: (one: DeskPerson) => boolean, isTried: boolean) {
  const { session, people, sides } = useServerState().state;
  const speakers = useSpeakers(
    { purpose: "hear", track: session.proceeding.track },
    { isTried, begin: (partyId) => people.find((one) => one.partyId === partyId)?.spokenByLinkId ?? null },
  );
  const here = sides
    .flatMap((side) => side.parties)
    .filter((party) => people.some((one) => one.partyId === party.id && isHere(one)));
  return { here, speakers, cameFor: speakersOf(speakers, here) };
}

/** The parties who came, with their sides. */
const useStating = (here: readonly { id: string }[]) =>
  useServerState()
    .state.sides.flatMap((side) => side.parties.map(({ id, name }) => ({ id, name, side: side.side })))
    .filter((party) => here.some((one) => one.id === party.id));

function PartsSheet(fields: ComponentProps<typeof RecordPartsFields>) {
  const t = useTranslations("desk.end");
  return (
    <Sheet labelledBy="end-parts" className={styles.record}>
      <SectionHead id="end-parts" title={t("parts")} note={t("partsNote")} />
      <RecordPartsFields {...fields} />
    </Sheet>
  );
}

/** What each party stated: until somebody writes it, the claims on the joint cards, never a private one. */
function useStated(typed: RecordParts | null): RecordParts {
  const { cards } = useCards();
  const claims = cards.filter((card) => card.lane === "joint" && card.kind === "claim" && card.state !== "withdrawn");
  const statements: Record<string, string> = {};
  for (const { partyId, text } of claims)
    if (partyId && text)
      statements[partyId] = [statements[partyId], text].filter(Boolean).join("\n").slice(0, statementMax);
  return typed ?? { ...noParts, statements };
}

/** The record as the joint cards give it. */
function useComposedRecord(isJoint: boolean) {
  const t = useTranslations("desk.end");
  const trpc = useTRPC();
  const { where } = useServerState();
  const { cards } = useCards();
  const draft = useQuery(trpc.desk.recordDraft.queryOptions(where, { enabled: isJoint, staleTime: 0 }));

  const notes = cards.flatMap((card) =>
    card.lane === "joint" && card.kind === "note" && card.state !== "withdrawn" && card.text
      ? [{ text: card.text, speaker: card.speaker }]
      : [],
  );
  const composed = draft.data
    ? recordText(
        { ...draft.data, notes },
        {
          issues: t("issues"),
          facts: t("facts"),
          agreed: t("agreed"),
          notes: t("notes"),
          said: (speaker, words) => t("said", { speaker, words }),
        },
      )
    : { text: "", left: 0 };
  return { composed, hasFailed: draft.error !== null };
}

interface WhoCameProps {
  isHere: (one: DeskPerson) => boolean;
  onSay: (id: string, isHere: boolean) => void;
}

/** Everybody who was expected, with a tick for those who came. */
function WhoCame({ isHere, onSay }: WhoCameProps) {
  const t = useTranslations("desk.end");
  const { people } = useServerState().state;
  return (
    <fieldset className={styles.came}>
      <legend>{t("came")}</legend>
      {people.map((one) => (
        <CheckField
          key={one.id}
          checked={isHere(one)}
          onChange={() => onSay(one.id, !isHere(one))}
          label={
            <span className={styles.name}>
              {one.side ? <SideStamp index={one.side - 1} small /> : null}
              {one.name} <span>{one.post}</span>
            </span>
          }
        />
      ))}
    </fieldset>
  );
}

interface RecordSheetProps {
  isJoint: boolean;
  words: string;
  onText: (text: string) => void;
  isLacking: boolean;
  /** The cards could not be read: the record has to be typed. */
  hasNoDraft: boolean;
  /** Cards for which the record has no room left. */
  left: number;
}

/** The editable record of a joint session; a caucus has none. */
function RecordSheet({ isJoint, words, onText, isLacking, hasNoDraft, left }: RecordSheetProps) {
  const t = useTranslations("desk.end");
  return (
    <Sheet labelledBy="end-record" className={styles.record}>
      <SectionHead id="end-record" title={t("record")} note={isJoint ? t("recordNote") : undefined} />
      {isJoint ? (
        <TextArea
          label={t("words")}
          hint={t("wordsHint")}
          minRows={10}
          maxRows={22}
          maxLength={recordSessionLimits.text}
          value={words}
          onChange={(event) => onText(event.currentTarget.value)}
          error={isLacking ? t("wordsNeeded") : undefined}
        />
      ) : (
        <p>{t("caucus")}</p>
      )}
      {hasNoDraft ? <p role="status">{t("noDraft")}</p> : null}
      {left > 0 ? <p role="status">{t("noRoom", { count: left })}</p> : null}
    </Sheet>
  );
}

interface FootProps {
  /** Cards the server does not have yet. */
  left: number;
  isBusy: boolean;
  onBack: () => void;
}

function Foot({ left, isBusy, onBack }: FootProps) {
  const t = useTranslations("desk.end");
  return (
    <div className={styles.foot}>
      <Button onClick={onBack}>{t("back")}</Button>
      <p role="status">{left > 0 ? t("left", { count: left }) : t("then")}</p>
      <Button variant="go" type="submit" busy={isBusy}>
        {t("save")}
      </Button>
    </div>
  );
}
