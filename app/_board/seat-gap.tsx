"use client";
import { useTranslations } from "next-intl";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { useSpeakerNeeds } from "@/app/_binding/use-speaker-needs";
import { type Speakers, speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { useMissing } from "@/app/_ui/dialogs/use-missing";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { Line } from "@/app/_ui/layout/columns";
import type { Speakable } from "@/server/binding/choices";
import type { BoardSeat } from "./board-seats";
import { inviteArticle } from "./law";
import styles from "./seat-panel.module.css";
import { useForceName } from "./use-seat-words";

/** Names the parties who have not agreed that this force be asked, and records their consent on the spot. */
export function SeatGap({ disputeId, seat, canRecord }: { disputeId: string; seat: BoardSeat; canRecord: boolean }) {
  const t = useTranslations("board.panel");
  const trpc = useTRPC();
  const force = useForceName()(seat.force);
  const act = useAct(trpc.consents.record.mutationOptions(), { onDone: () => showToast({ message: t("recorded") }) });
  const forceCode = seat.force.code;
  const speakers = useSpeakers({ purpose: "consent", track: "peoples" });
  const say = (party: Speakable, answer: "agreed" | "refused") => {
    const [spoken] = speakersOf(speakers, [party]) ?? [];
    if (!spoken) return;
    const { partyId, linkId: spokenByLinkId } = spoken;
    void act.run({ disputeId, answers: [{ partyId, subject: "inviteForce", forceCode, answer, spokenByLinkId }] });
  };
  return (
    <section className={styles.gap} aria-label={t("gapTitle")}>
      <h3>{t("gapTitle")}</h3>
      <p>{t("gapText", { force, article: inviteArticle })}</p>
      {(seat.force.missing ?? []).map((party) => {
        const hasObjected = seat.force.objecting?.includes(party.name) ?? false;
        return (
          <div key={party.id}>
            <p>{hasObjected ? t("objects", { name: party.name }) : t("notAsked", { name: party.name })}</p>
            {canRecord ? (
              <Answers party={party} speakers={speakers} isBusy={act.isBusy} hasObjected={hasObjected} onSay={say} />
            ) : null}
          </div>
        );
      })}
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
    </section>
  );
}

interface AnswersProps {
  party: Speakable;
  speakers: Speakers;
  isBusy: boolean;
  hasObjected: boolean;
  onSay: (party: Speakable, answer: "agreed" | "refused") => void;
}

/** What a party says when asked on the spot, and who says it for them. */
function Answers({ party, speakers, isBusy, hasObjected, onSay }: AnswersProps) {
  const t = useTranslations("board.panel");
  const { name } = party;
  const { said, press } = useMissing(useSpeakerNeeds(speakers)([party]));
  const button = (answer: "agreed" | "refused") => ({
    small: true,
    busy: isBusy,
    onClick: ({ currentTarget }: { currentTarget: Element }) =>
      press(currentTarget.closest("section"), () => onSay(party, answer)),
  });
  return (
    <>
      <SpeakerField party={party} speakers={speakers} />
      {said ? <ErrorNote>{said}</ErrorNote> : null}
      <Line gap={12}>
        <Button {...button("agreed")}>{t("agree", { name })}</Button>
        {hasObjected ? null : (
          <Button {...button("refused")} variant="text">
            {t("disagree", { name })}
          </Button>
        )}
      </Line>
    </>
  );
}
