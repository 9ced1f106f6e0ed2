"use client";
import { IconDownload } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { use, useState } from "react";
import { AskAgainContext } from "@/app/_trpc/signed-out";
import type { ShownProblem } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { Banner } from "@/app/_ui/feedback/banner";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { formatNumber } from "@/app/_ui/format/format-number";
import styles from "./export-button.module.css";
import { fetchSheet, keepFile, type SheetKey } from "./fetch-sheet";

/** Makes a sheet of what the page shows and gives it to the browser; a refusal and a list that goes on are said beside it. */
export function ExportButton({ sheet, input }: { sheet: SheetKey; input: unknown }) {
  const t = useTranslations("sheets");
  const asking = use(AskAgainContext);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const [cutAt, setCutAt] = useState<number | null>(null);

  async function run() {
    setBusy(true);
    setProblem(null);
    setCutAt(null);
    let answer = await fetchSheet(sheet, input);
    if ("code" in answer && answer.code === "signedOut" && (await asking.current?.()))
      answer = await fetchSheet(sheet, input);
    setBusy(false);
    if ("code" in answer) return setProblem(answer);
    keepFile(answer);
    if (answer.isCut) setCutAt(answer.lines);
    showToast({ message: answer.lines === null ? t("doneFigures") : t("done", { count: formatNumber(answer.lines) }) });
  }

  return (
    <>
      <Button small busy={isBusy} onClick={run} icon={<IconDownload aria-hidden />}>
        {isBusy ? t("exporting") : t("export")}
      </Button>
      {problem ? (
        <div className={styles.said}>
          <ProblemNote problem={problem} code={problem.code === "unexpected" ? problem.reference : undefined} />
        </div>
      ) : null}
      {cutAt !== null ? (
        <div className={styles.said}>
          <Banner tone="amber">{t("cut", { count: formatNumber(cutAt) })}</Banner>
        </div>
      ) : null}
    </>
  );
}
