"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { useFormat } from "@/app/_ui/format/use-format";
import type { Ties } from "@/server/panel/reads/ties";
import styles from "./seat-panel.module.css";
import { useTieWords } from "./use-tie-words";

interface TieListProps {
  disputeId: string;
  ties: Pick<Ties, "recorded" | "waivers">;
  canRemove: boolean;
  now: Date;
}

/** What was written down about these people's ties, by whom, and where every party has said it does not mind. */
export function TieList({ disputeId, ties, canRemove, now }: TieListProps) {
  const t = useTranslations("panel.ties");
  const board = useTranslations("board");
  const tieWords = useTieWords();
  const kinds = useTranslations("vocabulary.tieKinds");
  const f = useFormat(now);
  const trpc = useTRPC();
  const act = useAct(trpc.panel.removeTie.mutationOptions(), {
    onDone: () => {
      showToast({ message: t("removed") });
    },
  });
  return (
    <>
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      <ul className={styles.ties}>
        {ties.recorded.map((tie) => (
          <li key={tie.id}>
            <p>
              <b>{tie.person}</b> {tieWords(tie)}
            </p>
            {tie.note ? <p>{tie.note}</p> : null}
            <p className={styles.foot}>
              {t(tie.source === "disclosed" ? "toldBy" : "recordedBy", { by: tie.by, at: f.dayTime(tie.at) })}
            </p>
            {canRemove && tie.source === "recorded" ? (
              <Button
                small
                variant="text"
                busy={act.isBusy}
                onClick={() => act.run({ disputeId, tieId: tie.id })}
                aria-label={t("removeOf", { name: tie.person, tie: tieWords(tie) })}
              >
                {t("remove")}
              </Button>
            ) : null}
          </li>
        ))}
        {ties.waivers.map((waiver) => (
          <li key={waiver.id}>
            <p>
              <b>{waiver.person}</b>{" "}
              {t("waiverLine", {
                kinds: waiver.kinds.map((kind) => kinds(kind)).join(board("listComma")),
                parties: waiver.parties.join(board("listComma")),
              })}
            </p>
            <p>{waiver.reason}</p>
            <p className={styles.foot}>{t("recordedBy", { by: waiver.by, at: f.happened(waiver.at) })}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
