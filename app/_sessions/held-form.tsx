"use client";
import { useTranslations } from "next-intl";
import { type MouseEvent, useState } from "react";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { earlierDay } from "@/app/_binding/speaker-options";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { focusFirstFault } from "@/app/_ui/fields/focus-first-fault";
import { KeptFieldsLater } from "@/app/_ui/fields/kept-fields-later";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { Line, Stack } from "@/app/_ui/layout/columns";
import { FormSection } from "@/app/_ui/layout/form-section";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { recordHeldLimits } from "@/app/_ui/limits/sessions";
import { type SessionKind, type SessionResult, sessionKinds, sessionResults } from "@/db/vocabulary";
import { isLacking, lackingIn, type PartyHere, partsInput, partsOf, type RecordParts } from "./record-parts";
import { RecordPartsFields } from "./record-parts-fields";
import { type Overview, type RoomChoice, speakableIn } from "./session";
import styles from "./sessions.module.css";
import { useDraft } from "./use-draft";
import { startOf, type When } from "./when-fields";
import { WhenHeld } from "./when-held";
import { elsewhere, lacksPlace, placeOf, type Where, WhereHeld } from "./where-held";
import { type Chosen, WhoComes } from "./who-comes";

interface HeldFormProps {
  disputeId: string;
  overview: Overview;
  rooms: readonly RoomChoice[];
}

/** Behind its button: writes down a session that has been held already, with its time, place, people and outcome. */
export function HeldForm(props: HeldFormProps) {
  const t = useTranslations("sessions.heldForm");
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <OpenForm {...props} onClose={() => setOpen(false)} />;
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{t("open")}</Button>
    </div>
  );
}

/** Everything typed into the form, and the act. */
function useHeldSession({ disputeId, overview: now }: HeldFormProps, onDone: () => void) {
  const trpc = useTRPC();
  const [kind, setKind] = useState<SessionKind>("joint");
  const [when, setWhen] = useState<When>({
    day: toWallClock(new Date()).slice(0, 10),
    time: "",
    minutes: 60,
    roomId: "",
  });
  const on = earlierDay(when.day, toWallClock(new Date()).slice(0, 10));
  const overview = asOn(now, on);
  const [where, setWhere] = useState<Where>({ roomId: elsewhere, place: "", othersPresent: "" });
  const [who, setWho] = useState<Chosen>(() => ({
    partyIds: overview.parties.map((party) => party.id),
    personIds: overview.staff.filter((one) => one.isLead).map((one) => one.id),
  }));
  const [result, setResult] = useState<SessionResult | null>(null);
  const [isTried, setTried] = useState(false);
  const speakers = useSpeakers({ purpose: "hear", track: overview.proceeding?.track ?? "peoples", on }, { isTried });
  const here = speakableIn(overview, who);
  const draft = useDraft(`held-session:${disputeId}`);
  const kept = useDraft(`held-parts:${disputeId}`);
  const parts = partsOf(kept.text);
  const stating: PartyHere[] = overview.parties.filter((party) => who.partyIds.includes(party.id));
  const enter = useAct(trpc.sessions.recordHeld.mutationOptions(), {
    onDone: () => {
      draft.drop();
      kept.drop();
      onDone();
    },
  });
  function submit({ currentTarget }: MouseEvent<HTMLElement>) {
    setTried(true);
    focusFirstFault(currentTarget);
    const startsAt = startOf(when);
    const lacksText = kind === "joint" && draft.text.trim() === "";
    if (!startsAt || !result || lacksPlace(where) || lacksText || who.personIds.length === 0) return;
    if (kind === "joint" && isLacking(lackingIn(parts, result, stating))) return;
    const cameFor = speakersOf(speakers, here);
    if (!cameFor) return;
    void enter.run({
      disputeId,
      version: overview.proceeding?.version,
      kind,
      startsAt: startsAt.toISOString(),
      minutes: when.minutes,
      ...placeOf(where),
      partyIds: [...who.partyIds],
      personIds: [...who.personIds],
      speakers: cameFor,
      result,
      text: kind === "joint" ? draft.text : "",
      ...(kind === "joint" ? partsInput(parts) : {}),
    });
  }
  const set = {
    kind: setKind,
    result: setResult,
    when: (change: Partial<When>) => setWhen((before) => ({ ...before, ...change })),
    where: (change: Partial<Where>) => setWhere((before) => ({ ...before, ...change })),
    who: (change: Partial<Chosen>) => setWho((before) => ({ ...before, ...change })),
  };
  const words = { parts, stating, onParts: (next: RecordParts) => kept.write(JSON.stringify(next)) };
  return {
    typed: { kind, when, where, who, result },
    overview,
    set,
    here,
    speakers,
    draft,
    words,
    enter,
    isTried,
    submit,
  };
}

/** With whoever was still a party on the day of the session. */
const asOn = (overview: Overview, on: string | null): Overview => ({
  ...overview,
  parties: [
    ...overview.parties,
    ...overview.departed.filter(({ speakable }) => on && on <= (speakable.departedOn ?? "")),
  ],
});

function OpenForm({ onClose, ...props }: HeldFormProps & { onClose: () => void }) {
  const t = useTranslations("sessions.heldForm");
  const record = useTranslations("sessions.record");
  const kinds = useTranslations("vocabulary.sessionKinds");
  const { typed, overview, set, here, speakers, draft, words, enter, isTried, submit } = useHeldSession(props, onClose);
  const { kind, who, result } = typed;
  return (
    <Sheet labelledBy="held-session">
      <SectionHead id="held-session" title={t("title")} />
      <Stack>
        <KeptFieldsLater />
        <p className={styles.quiet}>{t("what")}</p>
        <WhenAndWhere value={typed} rooms={props.rooms} isTried={isTried} onWhen={set.when} onWhere={set.where} />
        <SegmentField
          label={record("how")}
          segments={sessionKinds.map((value) => ({ value, label: kinds(value) }))}
          value={kind}
          onChange={set.kind}
        />
        <WhoComes overview={overview} value={who} onChange={set.who} mayLeadMiss />
        {here.map((party) => (
          <SpeakerField key={party.id} party={party} speakers={speakers} />
        ))}
        {isTried && who.personIds.length === 0 ? <ErrorNote isFault>{t("hostNeeded")}</ErrorNote> : null}
        <WhatCame
          value={{ kind, result, text: draft.text, ...words }}
          isTried={isTried}
          onResult={set.result}
          onText={draft.write}
        />
        {enter.problem ? <ProblemNote problem={enter.problem} /> : null}
        <Line isSpread>
          <Button variant="go" busy={enter.isBusy} onClick={submit}>
            {t("submit")}
          </Button>
          <Button onClick={onClose}>{t("back")}</Button>
        </Line>
      </Stack>
    </Sheet>
  );
}

interface WhenAndWhereProps {
  value: { when: When; where: Where };
  rooms: readonly RoomChoice[];
  isTried: boolean;
  onWhen: (change: Partial<When>) => void;
  onWhere: (change: Partial<Where>) => void;
}

function WhenAndWhere({ value, rooms, isTried, onWhen, onWhere }: WhenAndWhereProps) {
  const t = useTranslations("sessions.heldForm");
  return (
    <FormSection title={t("when")}>
      <WhenHeld
        value={value.when}
        fault={isTried && !startOf(value.when) ? t("timeNeeded") : undefined}
        onChange={onWhen}
      />
      <WhereHeld rooms={rooms} value={value.where} isTried={isTried} onChange={onWhere} />
    </FormSection>
  );
}

interface WhatCameProps {
  value: {
    kind: SessionKind;
    result: SessionResult | null;
    text: string;
    parts: RecordParts;
    stating: readonly PartyHere[];
    onParts: (parts: RecordParts) => void;
  };
  isTried: boolean;
  onResult: (result: SessionResult) => void;
  onText: (text: string) => void;
}

/** What came of it: the outcome, and the words of a joint session. */
function WhatCame({ value, isTried, onResult, onText }: WhatCameProps) {
  const { kind, result, text } = value;
  const t = useTranslations("sessions.record");
  const results = useTranslations("vocabulary.sessionResults");
  return (
    <>
      <SegmentField
        label={t("result")}
        segments={sessionResults.map((value) => ({ value, label: results(value) }))}
        value={result}
        onChange={onResult}
        error={isTried && !result ? t("resultNeeded") : undefined}
      />
      {kind === "joint" ? (
        <>
          <RecordPartsFields
            parties={value.stating}
            result={result}
            value={value.parts}
            isTried={isTried}
            onChange={value.onParts}
          />
          <TextArea
            label={t("text")}
            hint={t("textHint")}
            error={isTried && text.trim() === "" ? t("textNeeded") : undefined}
            value={text}
            onChange={(event) => onText(event.currentTarget.value)}
            minRows={5}
            maxLength={recordHeldLimits.text}
          />
        </>
      ) : (
        <p className={styles.quiet}>{t("caucus")}</p>
      )}
    </>
  );
}
