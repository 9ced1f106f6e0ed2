"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DueClock } from "@/app/_disputes/due-clock";
import { SidesWords } from "@/app/_disputes/sides-words";
import { Glyph } from "@/app/_seats/glyph";
import { Risk } from "@/app/_status/risk";
import { stageOf } from "@/app/_status/stage";
import { StageMini } from "@/app/_status/stage-mini";
import { useTRPC } from "@/app/_trpc/client";
import { Button, ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { useFormat } from "@/app/_ui/format/use-format";
import { type Column, DataTable } from "@/app/_ui/lists/data-table";
import type { DisputeInList, DisputeListPage } from "@/server/disputes/reads/list";
import styles from "./list.module.css";
import type { ListInput } from "./list-input";
import { Why } from "./why";

const pageSize = 50;

type Proceeding = NonNullable<DisputeInList["proceeding"]>;
/** What a row shows: no more of a dispute travels with the document. */
export interface ShownDispute
  extends Pick<
    DisputeInList,
    "id" | "number" | "title" | "registeredAt" | "risk" | "notAccepted" | "isMerged" | "sides" | "why"
  > {
  proceeding: Pick<Proceeding, "status" | "outcome" | "nextStep" | "nextDueAt" | "nextOwner" | "seats"> | null;
}

interface DisputeRowsProps {
  input: ListInput;
  first: Pick<DisputeListPage, "total" | "next"> & { rows: ShownDispute[] };
  /** ISO; the moment the page was made. */
  now: string;
}

/** The rows, fifty more at a time; under 768 px each is a card. */
export function DisputeRows({ input, first, now }: DisputeRowsProps) {
  const t = useTranslations("disputes.list");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [pages, setPages] = useState([first]);
  const [isBusy, setBusy] = useState(false);
  const columns = useColumns(new Date(now));
  const rows = pages.flatMap((page) => page.rows);
  const next = pages.at(-1)?.next ?? null;

  async function more() {
    setBusy(true);
    try {
      const page = await queries.fetchQuery(trpc.disputes.list.queryOptions({ ...input, after: next }));
      setPages([...pages, page]);
    } finally {
      setBusy(false);
    }
  }

  if (rows.length === 0) {
    return (
      <Empty action={<ButtonLink href="/register">{t("register")}</ButtonLink>}>
        {input.q ? t("emptyFound", { q: input.q }) : t("empty")}
      </Empty>
    );
  }
  return (
    <>
      <DataTable
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        hrefOf={(row) => `/disputes/${row.id}`}
        caption={t("caption")}
      />
      {next ? (
        <div className={styles.more}>
          <Button busy={isBusy} onClick={more}>
            {t("more", { count: Math.min(pageSize, Math.max(first.total - rows.length, 1)) })}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function useColumns(now: Date): Column<ShownDispute>[] {
  const t = useTranslations("disputes");
  const step = useTranslations("vocabulary.nextSteps");
  const outcomes = useTranslations("vocabulary.outcomes");
  const f = useFormat(now);
  const column = (
    key: "dispute" | "sides" | "stage" | "next" | "due" | "registeredAt",
    cell: Column<ShownDispute>["cell"],
    width?: number,
  ): Column<ShownDispute> => ({
    key,
    head: t(`list.${key}`),
    label: t(`list.${key}`),
    cell,
    width,
  });
  return [
    column("dispute", (row) => (
      <span className={styles.dispute}>
        <Glyph seats={row.proceeding?.seats ?? []} />
        <span>
          {row.title}
          <Why why={row.why} />
          <span className={styles.number}>
            {row.number} <Risk level={row.risk} show={row.risk === "green" ? "shape" : "word"} />
          </span>
        </span>
      </span>
    )),
    column("sides", (row) => <SidesWords sides={row.sides} />),
    column(
      "stage",
      (row) => {
        if (row.isMerged) return outcomes("merged");
        if (row.notAccepted) return t("notAcceptedShort");
        const outcome = row.proceeding?.outcome;
        return (
          <StageMini at={stageOf(row.proceeding?.status ?? null)} word={outcome ? outcomes(outcome) : undefined} />
        );
      },
      150,
    ),
    column("next", (row) => {
      if (row.notAccepted || row.isMerged) return "";
      const { nextStep, nextOwner } = row.proceeding ?? { nextStep: "triage" as const, nextOwner: null };
      return nextStep ? (
        <span>
          {step(nextStep)}
          {nextOwner ? <span className={styles.number}>{nextOwner}</span> : null}
        </span>
      ) : null;
    }),
    column(
      "due",
      (row) => {
        const dueAt = row.proceeding?.nextDueAt;
        return dueAt ? <DueClock dueAt={dueAt} isToday={f.date(dueAt) === f.date(now)} now={now} /> : null;
      },
      130,
    ),
    column("registeredAt", (row) => <time dateTime={row.registeredAt}>{f.day(row.registeredAt)}</time>, 96),
  ];
}
