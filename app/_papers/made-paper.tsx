"use client";
import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { useProblemText } from "@/app/_ui/feedback/problem-text";
import { useAllNames } from "@/app/_ui/format/use-names";
import type { AskedPaper } from "@/server/papers/reads/papers-of-dispute";
import styles from "./papers.module.css";

/** A paper that was asked for: being made, failed with its reason, or made, with what was left blank in it. */
export function MadePaper({ paper, name }: { paper: AskedPaper; name: string }) {
  const t = useTranslations("dossier");
  const states = useTranslations("vocabulary.paperStates");
  const kinds = useTranslations("vocabulary.paperKinds");
  const why = useProblemText();
  const allNames = useAllNames();
  if (paper.state === "asked") return <span role="status">{states("asked")}</span>;
  if (paper.problem) return <span role="status">{why(paper.problem)}</span>;
  const lacks = lacksInWords(paper.lacks, (code) => lackWord(code, t, kinds), { t, allNames });
  return (
    <span>
      <Link href={`/api/papers/${paper.id}/pdf`} target="_blank" aria-label={`${t("print.pdf")} ${name}`}>
        {t("print.pdf")}
      </Link>{" "}
      {paper.kind === "dossier" ? null : (
        <Link href={`/api/papers/${paper.id}/docx`} aria-label={`${t("print.word")} ${name}`}>
          {t("print.word")}
        </Link>
      )}
      {lacks ? <span className={styles.small}> {t("print.lacks", { what: lacks })}</span> : null}
    </span>
  );
}

type Words = ReturnType<typeof useTranslations<"dossier">>;

/** What is missing, gathered by whom it is missing of. */
function lacksInWords(
  lacks: AskedPaper["lacks"],
  wordOf: (code: string) => string,
  { t, allNames }: { t: Words; allNames: ReturnType<typeof useAllNames> },
): string {
  const of = new Map<string, Set<string>>();
  for (const one of lacks) {
    const words = of.get(one.of ?? "") ?? new Set();
    of.set(one.of ?? "", words.add(wordOf(one.code)));
  }
  return [...of]
    .map(([name, words]) => (name ? t("print.lacksOf", { name, what: allNames([...words]) }) : allNames([...words])))
    .join(t("print.then"));
}

/** What is lacking: something a paper says, or a whole paper. */
function lackWord(code: string, t: Words, kinds: ReturnType<typeof useTranslations<"vocabulary.paperKinds">>): string {
  const kind = code.replace(/^paper\./, "") as "cover";
  if (kind !== code) return kinds.has(kind) ? kinds(kind) : t("lacks.other");
  const key = `lacks.${code}` as "lacks.other";
  return t.has(key) ? t(key) : t("lacks.other");
}
