"use client";
import { useTranslations } from "next-intl";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
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
        const { id, name } = party;
        const hasObjected = seat.force.objecting?.includes(name) ?? false;
        return (
          <div key={id}>
            <p>{hasObjected ? t("objects", { name }) : t("notAsked", { name })}</p>
            {canRecord ? <SpeakerField party={party} speakers={speakers} /> : null}
            {canRecord ? (
              <Line gap={12}>
                <Button
                  small
                  busy={act.isBusy}
                  disabled={speakers.of(party) === null}
                  onClick={() => say(party, "agreed")}
                >
                  {t("agree", { name })}
                </Button>
                {hasObjected ? null : (
                  <Button
                    small
                    variant="text"
                    busy={act.isBusy}
                    disabled={speakers.of(party) === null}
                    onClick={() => say(party, "refused")}
                  >
                    {t("disagree", { name })}
                  </Button>
                )}
              </Line>
            ) : null}
          </div>
        );
      })}
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
    </section>
  );
}
