"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DespiteField, useDespite } from "@/app/_presence/despite-field";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Link } from "@/app/_ui/actions/link";
import { NeedsButton } from "@/app/_ui/dialogs/needs-button";
import type { Need } from "@/app/_ui/dialogs/use-missing";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { useProblemText } from "@/app/_ui/feedback/problem-text";
import { showToast } from "@/app/_ui/feedback/toasts";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { movableWork } from "@/server/handovers/choices";
import type { Kept } from "@/server/handovers/hand-over-work";
import type { OpenWork } from "@/server/handovers/reads/open-work";

interface OpenWorkListProps {
  personId: string;
  to: { id: string; name: string } | null;
  /** What has to be filled in beside the list. */
  needs: readonly Need[];
  reason: string;
  work: readonly OpenWork[];
}

/** What names a person beside the proceedings they lead: some of it goes to another at once, the rest is decided where it stands. */
export function OpenWorkList({ personId, to, needs, reason, work }: OpenWorkListProps) {
  const t = useTranslations("approvals.handOver.work");
  const trpc = useTRPC();
  const f = useFormat();
  const problemWords = useProblemText();
  const { despite, setDespite } = useDespite();
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const act = useAct(trpc.handovers.handOverWork.mutationOptions(), {
    onDone: (done) => {
      setKept(done.kept);
      showToast({ message: t("done", { count: done.moved, kept: done.kept.length }) });
    },
  });
  const whyKept = (kind: string, id: string) => {
    const one = kept.find((left) => left.kind === kind && left.id === id);
    if (!one) return "";
    const span = { from: one.at, to: one.at, minutes: 0, nextFree: "" };
    return t("kept", { why: problemWords({ code: one.code, params: { name: to?.name ?? "", ...span } }) });
  };
  const away = kept.find(({ code }) => code === "personAway" || code === "personTooFar");
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
            <li key={`${kind} ${id}`}>
              {disputeId ? <Link href={`/disputes/${disputeId}`}>{words}</Link> : words} {whyKept(kind, id)}
            </li>
          );
        })}
      </ul>
      {isMixed ? <p>{t("rest")}</p> : null}
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      <DespiteField
        problem={away ? { code: away.code, params: {}, fields: [], reference: "" } : null}
        value={despite}
        onChange={setDespite}
      />
      {kinds.length > 0 ? (
        <NeedsButton
          needs={needs}
          isBusy={act.isBusy}
          onGo={() => void act.run({ personId, toId: to?.id ?? "", kinds, reason, despite })}
        >
          {to ? t("verb", { name: to.name }) : t("verbAtFirst")}
        </NeedsButton>
      ) : null}
    </section>
  );
}
