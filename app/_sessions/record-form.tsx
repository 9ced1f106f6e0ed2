"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SpeakerFields } from "@/app/_binding/speaker-field";
import { earlierDay } from "@/app/_binding/speaker-options";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { CheckField } from "@/app/_ui/fields/check-field";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { type Moment, toWallClock } from "@/app/_ui/format/shanghai";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { recordSessionLimits } from "@/app/_ui/limits/sessions";
import { type SessionResult, sessionResults, type Track } from "@/db/vocabulary";
import { isLacking, lackingIn, type PartyHere, partsInput, partsOf, type RecordParts } from "./record-parts";
import { RecordPartsFields } from "./record-parts-fields";
import type { Session } from "./session";
import styles from "./sessions.module.css";
import { useDraft } from "./use-draft";
import type { Hours } from "./when-fields";
import { HeldHours, heldAtOf, heldToday } from "./when-held";

interface RecordFormProps {
  disputeId: string;
  session: Session;
  track: Track;
  /** Folded behind its button until the time is over. */
  isFolded?: boolean;
  /** Its hour is still to come: then it says when it was held. */
  isEarly?: boolean;
}

/** Attendance (everyone unless unticked), the outcome (nothing pre-chosen), and the text of a joint session. */
export function RecordForm({ disputeId, session, track, isFolded, isEarly = false }: RecordFormProps) {
  const t = useTranslations("sessions.record");
  const results = useTranslations("vocabulary.sessionResults");
  const trpc = useTRPC();
  const [isOpen, setOpen] = useState(!isFolded);
  const [absent, setAbsent] = useState<readonly string[]>([]);
  const [result, setResult] = useState<SessionResult | null>(null);
  const [isTried, setTried] = useState(false);
  const [held, setHeld] = useState<Hours | null>(() => (isEarly ? heldToday(session) : null));
  const draft = useDraft(`session-record:${session.id}`);
  const { here, speakers, cameFor } = useCame(session, { track, absent, held, isTried });
  const parts = useParts(session, absent);
  const record = useAct(trpc.sessions.record.mutationOptions(), {
    onDone: () => {
      draft.drop();
      parts.drop();
    },
  });
  const isJoint = session.kind === "joint";
  const lacksText = isJoint && draft.text.trim() === "";
  const lacksParts = isJoint && isLacking(lackingIn(parts.value, result, parts.here));
  if (!isOpen) {
    return (
      <Button variant={isEarly ? "outline" : "go"} onClick={() => setOpen(true)}>
        {t(isEarly ? "openEarly" : "open")}
      </Button>
    );
  }
  function submit() {
    setTried(true);
    const heldAt = held && heldAtOf(held);
    if (!result || lacksText || lacksParts || !cameFor || (held && !heldAt)) return;
    const presentIds = session.people.map((one) => one.id).filter((id) => !absent.includes(id));
    void record.run({
      disputeId,
      sessionId: session.id,
      sessionVersion: session.version,
      presentIds,
      speakers: cameFor,
      result,
      ...(heldAt ? { heldAt } : {}),
      text: isJoint ? draft.text : "",
      ...(isJoint ? partsInput(parts.value) : {}),
    });
  }
  return (
    <form
      method="dialog"
      className={styles.form}
      aria-label={t("title", { n: session.ordinal })}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <HeldHours session={session} value={held} isTried={isTried} onChange={setHeld} />
      <div>
        <WhoCame people={session.people} absent={absent} onChange={setAbsent} />
        <SpeakerFields parties={here} speakers={speakers} />
      </div>
      <SegmentField
        label={t("result")}
        segments={sessionResults.map((value) => ({ value, label: results(value) }))}
        value={result}
        onChange={setResult}
        error={isTried && !result ? t("resultNeeded") : undefined}
      />
      {isJoint ? (
        <>
          <PartsHere parts={parts} result={result} isTried={isTried} />
          <RecordText text={draft.text} isLacking={isTried && lacksText} onWrite={draft.write} />
        </>
      ) : (
        <p className={styles.quiet}>{t("caucus")}</p>
      )}
      {record.problem ? <ProblemNote problem={record.problem} /> : null}
      <Foot savedAt={draft.savedAt} isBusy={record.isBusy} onBack={isFolded ? () => setOpen(false) : undefined} />
    </form>
  );
}

const dayOn = (at: Moment) => toWallClock(at).slice(0, 10);

/** The parties who came, and who came for each. */
function useCame(
  session: Session,
  { track, absent, held, isTried }: { track: Track; absent: readonly string[]; held: Hours | null; isTried: boolean },
) {
  const speakers = useSpeakers(
    { purpose: "hear", track, on: earlierDay(held?.day || dayOn(session.startsAt), dayOn(new Date())) },
    { isTried, begin: (partyId) => session.people.find((one) => one.partyId === partyId)?.spokenByLinkId ?? null },
  );
  const here = session.people.flatMap((one) => (one.party && !absent.includes(one.id) ? [one.party] : []));
  return { here, speakers, cameFor: speakersOf(speakers, here) };
}

interface FootProps {
  savedAt: Date | null;
  isBusy: boolean;
  onBack: (() => void) | undefined;
}

/** Saves the record, or folds the form; when it was last kept on this device. */
function Foot({ savedAt, isBusy, onBack }: FootProps) {
  const t = useTranslations("sessions.record");
  const f = useFormat();
  return (
    <Line isSpread>
      <Button variant="go" type="submit" busy={isBusy}>
        {t("submit")}
      </Button>
      {onBack ? <Button onClick={onBack}>{t("back")}</Button> : null}
      <span className={styles.quiet} role="status">
        {savedAt ? t("draft", { time: f.time(savedAt) }) : null}
      </span>
    </Line>
  );
}

interface WhoCameProps {
  people: Session["people"];
  absent: readonly string[];
  onChange: (absent: readonly string[]) => void;
}

function WhoCame({ people, absent, onChange }: WhoCameProps) {
  const t = useTranslations("sessions.record");
  return (
    <>
      <SectionHead level={3} title={t("attendance")} note={t("attendanceHint")} />
      <div className={styles.ticks}>
        {people.map((one) => (
          <CheckField
            key={one.id}
            label={
              <span className={styles.name}>
                {one.side ? <SideStamp index={one.side - 1} small /> : null} {one.name}{" "}
                <span className={styles.quiet}>{one.post}</span>
              </span>
            }
            checked={!absent.includes(one.id)}
            onChange={() =>
              onChange(absent.includes(one.id) ? absent.filter((id) => id !== one.id) : [...absent, one.id])
            }
          />
        ))}
      </div>
    </>
  );
}

interface PartsHereProps {
  parts: ReturnType<typeof useParts>;
  result: SessionResult | null;
  isTried: boolean;
}

const PartsHere = ({ parts: { here, value, change }, ...rest }: PartsHereProps) => (
  <RecordPartsFields parties={here} value={value} onChange={change} {...rest} />
);

/** The parts of the record, kept on this device until they are saved, and the parties who are not unticked. */
function useParts(session: Session, absent: readonly string[]) {
  const kept = useDraft(`session-parts:${session.id}`);
  const here: PartyHere[] = session.people.flatMap(({ id, partyId, side, name }) =>
    partyId && side && !absent.includes(id) ? [{ id: partyId, side, name }] : [],
  );
  const change = (next: RecordParts) => kept.write(JSON.stringify(next));
  return { value: partsOf(kept.text), here, change, drop: kept.drop };
}

interface RecordTextProps {
  text: string;
  isLacking: boolean;
  onWrite: (text: string) => void;
}

/** What was said in a joint session. */
function RecordText({ text, isLacking, onWrite }: RecordTextProps) {
  const t = useTranslations("sessions.record");
  return (
    <TextArea
      label={t("text")}
      hint={t("textHint")}
      error={isLacking ? t("textNeeded") : undefined}
      value={text}
      onChange={(event) => onWrite(event.currentTarget.value)}
      minRows={5}
      maxLength={recordSessionLimits.text}
    />
  );
}
