"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Link } from "@/app/_ui/actions/link";
import { Empty } from "@/app/_ui/feedback/empty";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { DataTable } from "@/app/_ui/lists/data-table";
import type { DepositLine } from "@/server/deposits/reads/deposit-sheet";

/** The worker draws a list within seconds; one that takes longer is looked for less and less often. */
const lookMs = 2_000;
const mostLookMs = 60_000;

/** The lists that were made, the newest first, each as PDF and Word once it is drawn. */
export function DepositLists({ deposits }: { deposits: readonly DepositLine[] }) {
  const t = useTranslations("deposits");
  const f = useFormat();
  const router = useRouter();
  const isWaiting = deposits.some(({ isDrawn }) => !isDrawn);
  useEffect(() => {
    if (!isWaiting) return;
    let pause = lookMs;
    const look = () => {
      if (!document.hidden) router.refresh();
      pause = Math.min(pause * 1.5, mostLookMs);
      timer = setTimeout(look, pause);
    };
    let timer = setTimeout(look, pause);
    return () => clearTimeout(timer);
  }, [isWaiting, router]);
  const listName = ({ year, ordinal }: DepositLine) => t("list", { year: `${year}`, ordinal });
  return (
    <Sheet labelledBy="deposit-lists">
      <SectionHead id="deposit-lists" title={t("lists")} />
      {deposits.length === 0 ? (
        <Empty>{t("noLists")}</Empty>
      ) : (
        <DataTable
          caption={t("lists")}
          rows={deposits}
          keyOf={({ id }) => id}
          columns={[
            { key: "list", head: t("listOf"), label: t("listOf"), cell: (line) => <b>{listName(line)}</b> },
            { key: "on", head: t("on"), label: t("on"), cell: ({ depositedOn }) => f.day(depositedOn) },
            { key: "recipient", head: t("recipient"), label: t("recipient"), cell: ({ recipient }) => recipient },
            { key: "location", head: t("location"), label: t("location"), cell: ({ location }) => location },
            { key: "count", head: t("count"), label: t("count"), isNumber: true, cell: ({ dossiers }) => dossiers },
            { key: "by", head: t("by"), label: t("by"), cell: ({ by }) => by },
            {
              key: "files",
              head: t("files"),
              label: t("files"),
              cell: (line) => (line.isDrawn ? <Files id={line.id} name={listName(line)} /> : t("making")),
            },
          ]}
        />
      )}
    </Sheet>
  );
}

function Files({ id, name }: { id: string; name: string }) {
  const t = useTranslations("deposits");
  return (
    <Line gap={8}>
      <Link href={`/api/deposits/${id}/pdf`} target="_blank" aria-label={t("fileOf", { what: t("pdf"), list: name })}>
        {t("pdf")}
      </Link>
      <Link href={`/api/deposits/${id}/docx`} aria-label={t("fileOf", { what: t("word"), list: name })}>
        {t("word")}
      </Link>
    </Line>
  );
}
