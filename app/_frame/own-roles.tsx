"use client";
import { Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import styles from "@/app/_ui/menus/menu.module.css";

const main = "main";

/** Which of their roles somebody acts in, where they hold several. The first page of the other role opens. */
export function OwnRoles() {
  const t = useTranslations("frame.person");
  const roles = useTranslations("vocabulary.roles");
  const trpc = useTRPC();
  const { data: own = [] } = useQuery(trpc.account.roles.queryOptions({}));
  const act = useAct(trpc.account.actIn.mutationOptions(), { onDone: () => window.location.assign("/") });
  if (own.length < 2) return null;
  const acting = own.find(({ isActing }) => isActing);
  return (
    <>
      <Menu.Label className={styles.label}>{t("actIn")}</Menu.Label>
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      <Menu.RadioGroup
        value={acting?.id ?? main}
        onChange={(chosen) => void act.run({ roleId: chosen === main ? null : chosen })}
      >
        {own.map(({ id, role }) => (
          <Menu.RadioItem key={id ?? main} value={id ?? main} className={styles.item} disabled={act.isBusy}>
            {roles(role)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Divider />
    </>
  );
}
