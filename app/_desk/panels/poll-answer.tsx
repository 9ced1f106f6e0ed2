"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { FullScreen } from "@/app/_ui/dialogs/full-screen";
import styles from "@/app/_ui/dialogs/full-screen.module.css";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { yuanOfFen } from "@/app/_ui/format/fen";
import { formatSide } from "@/app/_ui/format/format-number";
import { useFormat } from "@/app/_ui/format/use-format";
import { useAllNames } from "@/app/_ui/format/use-names";
import { useCover } from "../cover/use-cover";
import type { DeskPoll } from "../desk";
import { useServerState } from "../use-desk-state";

/**
 * The device is handed from side to side: whose turn, the one question with two equal buttons, and back. Nothing of an
 * answer stays on the screen, and no screen tells whether the other side has answered.
 */
export function PollAnswer({ poll, onBack }: { poll: DeskPoll; onBack: () => void }) {
  const t = useTranslations("desk.answer");
  const allNames = useAllNames();
  const locale = useLocale();
  const f = useFormat();
  const trpc = useTRPC();
  const { where, state } = useServerState();
  const { cover } = useCover();
  const [side, setSide] = useState<number | null>(null);
  const [isDone, setDone] = useState(false);
  const answer = useAct(trpc.desk.answerPoll.mutationOptions(), { refresh: false, onDone: () => setDone(true) });
  // With one side alone in the room only that side can be asked.
  const sides = cover.caucus === null ? poll.sides : poll.sides.filter((one) => one === cover.caucus);
  const names = (of: number) =>
    allNames(state.sides.find((one) => one.side === of)?.parties.map((party) => party.name) ?? []);

  if (isDone || answer.problem)
    return (
      <FullScreen label={t("title")}>
        <div role="status">{answer.problem ? <ProblemNote problem={answer.problem} /> : <h1>{t("taken")}</h1>}</div>
        <p>{t("takenHow")}</p>
        <Button variant="go" className={styles.big} onClick={onBack}>
          {t("back")}
        </Button>
      </FullScreen>
    );
  if (side === null)
    return (
      <FullScreen label={t("title")} onEscape={onBack}>
        <h1>{t("whose")}</h1>
        <p>{t("whoseHow")}</p>
        <div className={styles.choices}>
          {sides.map((one) => (
            <Button key={one} className={styles.big} onClick={() => setSide(one)}>
              <SideStamp index={one - 1} />
              {names(one)}
            </Button>
          ))}
        </div>
        <Button variant="text" onClick={onBack}>
          {t("leave")}
        </Button>
      </FullScreen>
    );
  const say = (accepts: boolean) => void answer.run({ ...where, pollId: poll.id, side, accepts });
  return (
    <FullScreen label={t("title")}>
      <p className={styles.whose}>
        <SideStamp index={side - 1} /> {t("you", { side: formatSide(side - 1, locale), names: names(side) })}
      </p>
      <h1>{poll.question}</h1>
      <p className={styles.figure}>{f.yuan(yuanOfFen(poll.amountFen))}</p>
      <p>{t("promise")}</p>
      <div className={styles.choices}>
        {/* Two equal buttons: neither answer is proposed. */}
        <Button className={styles.big} busy={answer.isBusy} onClick={() => say(true)}>
          {t("yes")}
        </Button>
        <Button className={styles.big} busy={answer.isBusy} onClick={() => say(false)}>
          {t("no")}
        </Button>
      </div>
      <Button variant="text" onClick={() => setSide(null)}>
        {t("notMe")}
      </Button>
    </FullScreen>
  );
}
