"use client";
import { IconBook2 } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { MadePaper } from "@/app/_papers/made-paper";
import type { Papers } from "@/app/_papers/use-papers";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { useFormat } from "@/app/_ui/format/use-format";
import styles from "./dossier.module.css";

/** Cover, contents, every paper and file in one PDF, with how far the worker has come. */
export function WholeDossier({ disputeId, papers }: { disputeId: string; papers: Papers }) {
  const t = useTranslations("dossier.book");
  const f = useFormat();
  const act = useAct(useTRPC().dossier.ask.mutationOptions());
  const book = papers.papers.find(({ kind }) => kind === "dossier");
  const isWaiting = book?.state === "asked";
  return (
    <div className={styles.steps}>
      <Button
        small
        icon={<IconBook2 aria-hidden />}
        busy={act.isBusy || isWaiting}
        onClick={() => act.run({ disputeId })}
      >
        {book ? t("again") : t("make")}
      </Button>
      {isWaiting ? <span role="status">{t("busy", { percent: book.progress })}</span> : null}
      {book && !isWaiting ? (
        <>
          <span className={styles.small}>{f.dateTime(book.askedAt)}</span>
          <MadePaper paper={book} name={t("name")} />
        </>
      ) : null}
      {book ? null : <span className={styles.small}>{t("what")}</span>}
      {act.problem ? <ProblemNote problem={act.problem} /> : null}
    </div>
  );
}
