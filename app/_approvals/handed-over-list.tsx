"use client";
import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { Banner } from "@/app/_ui/feedback/banner";
import { useProblemText } from "@/app/_ui/feedback/problem-text";
import type { HandedOver } from "./use-hand-over";

/** Which matters went over and which stayed, each of those with its reason and the way to where it is settled. */
export function HandedOverList({ result, name }: { result: readonly HandedOver[]; name: string }) {
  const t = useTranslations("approvals.handOver");
  const words = useProblemText();
  if (result.length === 0) return null;
  const stayed = result.filter(({ problem }) => problem !== null);
  return (
    <>
      <Banner tone={stayed.length > 0 ? "amber" : "plain"}>
        {t("result", { moved: result.length - stayed.length, stayed: stayed.length, name })}
      </Banner>
      <ul>
        {result.map(({ matter: { proceedingId, disputeId, number, title }, problem }) => (
          <li key={proceedingId}>
            <Link href={`/disputes/${disputeId}`}>{`${number} ${title}`}</Link>{" "}
            {problem ? t("stayed", { why: words(problem) }) : t("went", { name })}
          </li>
        ))}
      </ul>
    </>
  );
}
