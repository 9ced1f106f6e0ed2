"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { Line } from "@/app/_ui/layout/columns";
import type { OwnRole } from "@/server/account/reads/own-roles";

/** A button for each role that its reader does not act in now. */
export function RoleButtons({ others }: { others: readonly OwnRole[] }) {
  const t = useTranslations("account.otherRole");
  const roles = useTranslations("vocabulary.roles");
  const act = useAct(useTRPC().account.actIn.mutationOptions(), { onDone: () => window.location.assign("/") });
  return (
    <>
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      <Line>
        {others.map(({ id, role }) => (
          <Button
            key={role}
            variant={others.length === 1 ? "go" : "outline"}
            busy={act.isBusy}
            onClick={() => void act.run({ roleId: id })}
          >
            {t("act", { role: roles(role) })}
          </Button>
        ))}
      </Line>
    </>
  );
}
