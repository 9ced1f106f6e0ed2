"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { Link } from "@/app/_ui/actions/link";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { movableWork } from "@/server/handovers/choices";
import type { OpenWork } from "@/server/handovers/reads/open-work";

interface OpenWorkListProps {
  personId: string;
  to: { id: string; name: string } | null;
  reason: string;
  work: readonly OpenWork[];
}

/** What names a person beside the proceedings they lead: some of it goes to another at once, the rest is decided where it stands. */
export function OpenWorkList({ personId, to, reason, work }: OpenWorkListProps) {
  const t = useTranslations("approvals.handOver.work");
  const trpc = useTRPC();
  const f = useFormat();
  const act = useAct(trpc.handovers.handOverWork.mutationOptions(), {
    onDone: ({ moved }) => {
      showToast({ message: t("done", { count: moved }) });
    },
  });
  const kinds = movableWork.filter((kind) => work.some((one) => one.kind === kind));
  const isMixed = work.length > work.filter(({ kind }) => movableWork.some((one) => one === kind)).length;
  return (
    <section aria-labelledby="open-work">
      <SectionHead level={3} id="open-work" title={t("title")} />
      {work.length === 0 ? <p>{t("none")}</p> : null}
      <ul>
        {work.map(({ kind, id, disputeId, label, at }) => {
          const words = t("line", {
            kind: t(`kinds.${kind}`),
            label: label || "none",
            at: at ? f.dateTime(at) : "none",
          });
          return (
            <li key={`${kind} ${id}`}>{disputeId ? <Link href={`/disputes/${disputeId}`}>{words}</Link> : words}</li>
          );
        })}
      </ul>
      {isMixed ? <p>{t("rest")}</p> : null}
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      {kinds.length > 0 && to ? (
        <Line>
          <Button
            variant="go"
            busy={act.isBusy}
            disabled={to.id === personId || reason.trim().length < 2}
            onClick={() => void act.run({ personId, toId: to.id, kinds, reason })}
          >
            {t("verb", { name: to.name })}
          </Button>
        </Line>
      ) : null}
    </section>
  );
}
