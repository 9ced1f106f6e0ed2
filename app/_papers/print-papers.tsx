"use client";
import { IconPrinter } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import type { PaperKind } from "@/db/vocabulary";
import { MadePaper } from "./made-paper";
import styles from "./papers.module.css";
import { usePapers } from "./use-papers";

export interface PrintProps {
  disputeId: string;
  /** The papers of this act, made in one press. */
  kinds: readonly PaperKind[];
  /** The row they are about, where there are several. */
  subjectId?: string;
  /** Tells this button from others of the page for whoever hears it: a day, a name. */
  of?: string;
}

/** The papers of an act where the act is: one press makes them, and they open from here. Nothing is fetched before. */
export function PrintPapers({ disputeId, kinds, subjectId, of }: PrintProps) {
  const t = useTranslations("dossier.print");
  const words = useTranslations("vocabulary.paperKinds");
  const [asked, setAsked] = useState<readonly string[]>([]);
  const papers = usePapers(disputeId, asked.length > 0, setAsked);
  const made = papers.papers.filter(({ id }) => asked.includes(id));
  const [first = "intake"] = kinds;
  const name = kinds.length > 1 ? t("several", { first: words(first), more: kinds.length - 1 }) : words(first);
  const nameOf = (kind: PaperKind) => (of ? t("of", { paper: words(kind), what: of }) : words(kind));
  return (
    <span className={styles.here}>
      <Button
        small
        icon={<IconPrinter aria-hidden />}
        busy={papers.isBusy || made.some(({ state }) => state === "asked")}
        aria-label={of ? t("hereOf", { paper: name, what: of }) : undefined}
        onClick={() => papers.ask(kinds.map((kind) => ({ kind, subjectId: subjectId ?? null })))}
      >
        {t("here", { paper: name })}
      </Button>
      {made.map((paper) =>
        paper.kind === "dossier" ? null : (
          <span key={paper.id}>
            {kinds.length > 1 ? <b>{words(paper.kind)} </b> : null}
            <MadePaper paper={paper} name={nameOf(paper.kind)} />
          </span>
        ),
      )}
      {papers.problem ? <ProblemNote problem={papers.problem} /> : null}
    </span>
  );
}
