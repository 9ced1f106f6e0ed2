"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { useFormat } from "@/app/_ui/format/use-format";
import { Sheet } from "@/app/_ui/layout/sheet";
import { type Column, DataTable } from "@/app/_ui/lists/data-table";
import type { FailedJob } from "@/server/jobs/queries";

/** Jobs that were given up: which, since when, how often tried, the code of the last error. */
export function WorkTable({ rows, now }: { rows: readonly FailedJob[]; now: Date }) {
  const t = useTranslations("admin.work");
  const format = useFormat(now);
  const trpc = useTRPC();
  const retry = useAct(trpc.work.retry.mutationOptions(), { onDone: () => showToast({ message: t("retried") }) });
  const nameOf = ({ task }: FailedJob) => {
    const key = `tasks.${task}` as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : t("tasks.other");
  };
  const column = (
    key: "task" | "queuedAt" | "failedAt" | "attempts" | "error" | "act",
    cell: Column<FailedJob>["cell"],
    isNumber?: boolean,
  ): Column<FailedJob> => ({
    key,
    head: key === "act" ? "" : t(`column.${key}`),
    label: t(`column.${key}`),
    cell,
    isNumber,
  });
  return (
    <>
      {retry.problem ? <ProblemNote problem={retry.problem} code={retry.problem.reference} /> : null}
      <Sheet flush>
        <DataTable
          caption={t("caption")}
          rows={rows}
          keyOf={(job) => job.id}
          columns={[
            column("task", nameOf),
            column("queuedAt", (job) => format.dayTime(job.queuedAt)),
            column("failedAt", (job) => format.dayTime(job.failedAt)),
            column("attempts", (job) => job.attempts, true),
            column("error", (job) => <span translate="no">{job.error || t("unknown")}</span>),
            column("act", (job) => (
              <Button
                small
                busy={retry.isBusy}
                aria-label={t("retryWhat", { task: nameOf(job) })}
                onClick={() => void retry.run({ jobId: job.id })}
              >
                {t("retry")}
              </Button>
            )),
          ]}
        />
      </Sheet>
    </>
  );
}
