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
import { Sheet } from "@/app/_ui/layout/sheet";
import { Facts } from "@/app/_ui/text/facts";
import type { WaitingRequest } from "@/server/access-requests/queries";

/** Who asks to lead which matter and why, with the two answers. */
export function RequestCard({ request, now }: { request: WaitingRequest; now: string }) {
  const t = useTranslations("approvals");
  const f = useFormat(new Date(now));
  const trpc = useTRPC();
  const act = useAct(trpc.accessRequests.decide.mutationOptions());
  const { id, disputeId, number, title, name, post, reason, askedAt } = request;
  const decide = async (isGranted: boolean) => {
    if (await act.run({ disputeId, requestId: id, isGranted }))
      showToast({ message: t(isGranted ? "granted" : "refused", { name }) });
  };
  return (
    <Sheet labelledBy={id}>
      <h2 id={id}>{t("asks", { name })}</h2>
      <p>
        <Facts
          items={[
            post,
            <Link key="d" href={`/disputes/${disputeId}`}>
              {title}
            </Link>,
            number,
            f.dateTime(askedAt),
          ]}
        />
      </p>
      <p>{reason}</p>
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      <Line>
        <Button variant="go" busy={act.isBusy} onClick={() => void decide(true)}>
          {t("grant")}
        </Button>
        <Button busy={act.isBusy} onClick={() => void decide(false)}>
          {t("refuse")}
        </Button>
      </Line>
    </Sheet>
  );
}
