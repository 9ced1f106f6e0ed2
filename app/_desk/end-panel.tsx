"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/button";
import { CheckField } from "@/app/_ui/check-field";
import { limitOf } from "@/app/_ui/limit-of";
import { ProblemNote } from "@/app/_ui/problem-note";
import { SectionHead } from "@/app/_ui/section-head";
import { SegmentField } from "@/app/_ui/segment-field";
import { Sheet } from "@/app/_ui/sheet";
import { SideStamp } from "@/app/_ui/side-stamp";
import { TextArea } from "@/app/_ui/text-field";
import { type SessionResult, sessionResults } from "@/db/vocabulary";
import { recordSessionInput } from "@/server/sessions/inputs";
import { recordText } from "./record-text";
import styles from "./start.module.css";
import { useDeskHere } from "./use-desk";

interface EndPanelProps {
  /** The record as changed by hand; null while it is what the cards give. */
  text: string | null;
  onText: (text: string) => void;
  onBack: () => void;
}

/** Who was here (ticked already), what came of it, save: three presses with the one that led here. */
export function EndPanel({ text, onText, onBack }: EndPanelProps) {
  const t = useTranslations("desk.end");
  const results = useTranslations("vocabulary.sessionResults");
  const trpc = useTRPC();
  const { state, where, disputeId, look, outbox, cards, ticks } = useDeskHere();
  const { session, people } = state;
  const isJoint = session.kind === "joint";
  // A tick the line still holds back counts; so does who checks in by phone while this stands open.
  const isTicked = (one: (typeof people)[number]) => ticks.ticked[one.id] ?? one.attendance === "present";
  // Nobody ticked anybody: then all are taken to be here, until the mediator says otherwise.
  const [wasTicked] = useState(() => people.some((one) => isTicked(one) && !one.isLead));
  const [said, setSaid] = useState<Readonly<Record<string, boolean>>>({});
  const isHere = (one: (typeof people)[number]) => said[one.id] ?? (isTicked(one) || one.isLead || !wasTicked);
  const present = people.filter(isHere).map((one) => one.id);
  const [result, setResult] = useState<SessionResult | null>(null);
  const [isTried, setTried] = useState(false);
  const draft = useQuery(trpc.desk.recordDraft.queryOptions(where, { enabled: isJoint, staleTime: 0 }));
  const record = useAct(trpc.sessions.record.mutationOptions(), { refresh: false, onDone: () => void look() });

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
  const words = text ?? composed.text;
  const lacksText = isJoint && words.trim() === "";
  const left = outbox.box.waiting.length;

  function save() {
    setTried(true);
    if (!result || lacksText || left > 0) return;
    void record.run({
      disputeId,
      proceedingId: session.proceeding.id,
      sessionId: session.id,
      sessionVersion: session.version,
      presentIds: [...present],
      result,
      text: isJoint ? words.trim() : "",
    });
  }
  return (
    <main id="content" tabIndex={-1} className={styles.end} data-region>
      <form
        aria-label={t("title")}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
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
          <fieldset className={styles.came}>
            <legend>{t("came")}</legend>
            {people.map((one) => (
              <CheckField
                key={one.id}
                checked={isHere(one)}
                onChange={() => setSaid((all) => ({ ...all, [one.id]: !isHere(one) }))}
                label={
                  <span className={styles.name}>
                    {one.side ? <SideStamp index={one.side - 1} small /> : null}
                    {one.name} <span>{one.post}</span>
                  </span>
                }
              />
            ))}
          </fieldset>
        </Sheet>
        <Sheet labelledBy="end-record" className={styles.record}>
          <SectionHead id="end-record" title={t("record")} note={isJoint ? t("recordNote") : undefined} />
          {isJoint ? (
            <TextArea
              label={t("words")}
              hint={t("wordsHint")}
              minRows={10}
              maxRows={22}
              maxLength={limitOf(recordSessionInput, "text")}
              value={words}
              onChange={(event) => onText(event.currentTarget.value)}
              error={isTried && lacksText ? t("wordsNeeded") : undefined}
            />
          ) : (
            <p>{t("caucus")}</p>
          )}
          {draft.error ? <p role="status">{t("noDraft")}</p> : null}
          {text === null && composed.left > 0 ? <p role="status">{t("noRoom", { count: composed.left })}</p> : null}
        </Sheet>
        {record.problem ? <ProblemNote problem={record.problem} code={record.problem.reference} /> : null}
        <div className={styles.foot}>
          <Button onClick={onBack}>{t("back")}</Button>
          <p role="status">{left > 0 ? t("left", { count: left }) : t("then")}</p>
          <Button variant="go" type="submit" busy={record.isBusy}>
            {t("save")}
          </Button>
        </div>
      </form>
    </main>
  );
}
