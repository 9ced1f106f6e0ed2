"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { MoneyField } from "@/app/_ui/fields/money-field";
import { PillField } from "@/app/_ui/fields/pill-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { fenOfYuan, yuanOfFen } from "@/app/_ui/format/fen";
import { formatSide } from "@/app/_ui/format/format-number";
import { useFormat } from "@/app/_ui/format/use-format";
import { openPollLimits } from "@/app/_ui/limits/desk";
import { useCover } from "../cover/use-cover";
import type { DeskPoll } from "../desk";
import { useServerState } from "../use-desk-state";
import styles from "./panels.module.css";
import { PollAnswer } from "./poll-answer";

/** One number put to the sides in secret. Only 等答, 成 or 没成 is shown: nobody sees who answered what, or whether. */
export function PollPanel() {
  const t = useTranslations("desk.poll");
  const { state, may, look } = useServerState();
  const { cover, dispatch } = useCover();
  const [isOpening, setOpening] = useState(false);
  const [answering, setAnswering] = useState<DeskPoll | null>(null);
  const open = state.polls.find((poll) => poll.status === "open");
  const closed = state.polls.filter((poll) => poll.status === "deal" || poll.status === "noDeal");
  if (answering)
    return (
      <PollAnswer
        poll={answering}
        onBack={() => {
          setAnswering(null);
          void look();
        }}
      />
    );
  if (cover.isCovered) return null;
  const isQuiet = !open && closed.length === 0 && !may("poll.open");
  if (isQuiet) return null;
  return (
    <section aria-labelledby="desk-poll" className={styles.section}>
      <h2 id="desk-poll">{t("title")}</h2>
      {isOpening ? (
        <PollForm onDone={() => setOpening(false)} />
      ) : open ? (
        <OpenPoll
          poll={open}
          onAnswer={() => {
            // The device is handed to a party: nothing private may be on the page below.
            dispatch({ type: "cover" });
            setAnswering(open);
          }}
        />
      ) : (
        <>
          <p className={styles.quiet}>{t("what")}</p>
          {may("poll.open") && state.sides.length > 1 && cover.caucus === null ? (
            <Button small onClick={() => setOpening(true)}>
              {t("open")}
            </Button>
          ) : null}
        </>
      )}
      {closed.length > 0 ? (
        <ul className={styles.results}>
          {closed.map((poll) => (
            <PollLine key={poll.id} poll={poll} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function PollLine({ poll }: { poll: DeskPoll }) {
  const statuses = useTranslations("vocabulary.pollStatuses");
  const f = useFormat();
  return (
    <li>
      <span>
        {poll.question} {f.money(yuanOfFen(poll.amountFen))}
      </span>
      <b>{statuses(poll.status)}</b>
    </li>
  );
}

function OpenPoll({ poll, onAnswer }: { poll: DeskPoll; onAnswer: () => void }) {
  const t = useTranslations("desk.poll");
  const statuses = useTranslations("vocabulary.pollStatuses");
  const f = useFormat();
  const trpc = useTRPC();
  const { where, look } = useServerState();
  const cancel = useAct(trpc.desk.cancelPoll.mutationOptions(), { refresh: false, onDone: () => void look() });
  return (
    <div className={styles.poll}>
      <p>
        {poll.question} <b>{f.money(yuanOfFen(poll.amountFen))}</b>
      </p>
      <p className={styles.asked}>
        {poll.sides.map((side) => (
          <SideStamp key={side} index={side - 1} small />
        ))}
        <b role="status">{statuses(poll.status)}</b>
      </p>
      <p className={styles.quiet}>{t("secret")}</p>
      {cancel.problem ? <ProblemNote problem={cancel.problem} /> : null}
      <div className={styles.pair}>
        <Button onClick={onAnswer}>{t("hand")}</Button>
        <Button busy={cancel.isBusy} onClick={() => void cancel.run({ ...where, pollId: poll.id })}>
          {t("cancel")}
        </Button>
      </div>
    </div>
  );
}

function PollForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations("desk.poll");
  const locale = useLocale();
  const trpc = useTRPC();
  const { where, state, look } = useServerState();
  const [question, setQuestion] = useState("");
  const [yuan, setYuan] = useState("");
  const [sides, setSides] = useState<readonly string[]>(
    state.sides.length === 2 ? state.sides.map(({ side }) => String(side)) : [],
  );
  const [isTried, setTried] = useState(false);
  const open = useAct(trpc.desk.openPoll.mutationOptions(), {
    refresh: false,
    onDone: () => {
      void look();
      onDone();
    },
  });
  const amountFen = fenOfYuan(yuan);
  function submit() {
    setTried(true);
    if (!question.trim() || !amountFen || sides.length < 2) return;
    void open.run({ ...where, question: question.trim(), amountFen, sides: sides.map(Number) });
  }
  return (
    <form
      method="dialog"
      className={styles.form}
      aria-label={t("open")}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label={t("question")}
        placeholder={t("questionExample")}
        maxLength={openPollLimits.question}
        value={question}
        onChange={(event) => setQuestion(event.currentTarget.value)}
        error={isTried && !question.trim() ? t("questionNeeded") : undefined}
      />
      <MoneyField
        label={t("amount")}
        value={yuan}
        onChange={setYuan}
        error={isTried && !amountFen ? t("amountNeeded") : undefined}
      />
      <PillField
        label={t("sides")}
        isMany
        options={state.sides.map(({ side, parties }) => ({
          value: String(side),
          label: t("side", { side: formatSide(side - 1, locale), name: parties[0]?.name ?? "" }),
        }))}
        value={sides}
        onChange={setSides}
        error={isTried && sides.length < 2 ? t("sidesNeeded") : undefined}
      />
      {open.problem ? <ProblemNote problem={open.problem} /> : null}
      <div className={styles.pair}>
        <Button type="submit" busy={open.isBusy}>
          {t("submit")}
        </Button>
        <Button onClick={onDone}>{t("leave")}</Button>
      </div>
    </form>
  );
}
