"use client";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { inferRouterOutputs } from "@trpc/server";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { Line } from "@/app/_ui/layout/columns";
import { Sheet } from "@/app/_ui/layout/sheet";
import { type Column, DataTable } from "@/app/_ui/lists/data-table";
import { Tag } from "@/app/_ui/text/tag";
import type { AppRouter } from "@/server/api/root";
import { forceName } from "./force-name";

export type Force = inferRouterOutputs<AppRouter>["forces"]["list"][number];

const seats = 8;

/** The forces in their order, with the seat each takes on the board. */
export function ForceTable({ forces, chosenCode }: { forces: readonly Force[]; chosenCode?: string }) {
  const t = useTranslations("admin.forces");
  const locale = useLocale();
  const trpc = useTRPC();
  const order = useAct(trpc.forces.order.mutationOptions(), { onDone: () => showToast({ message: t("moved") }) });
  const inUse = forces.filter((force) => !force.disabledAt);
  const codes = forces.map((force) => force.code);
  function move(code: string, by: -1 | 1) {
    const from = codes.indexOf(code);
    const next = codes.filter((one) => one !== code);
    next.splice(from + by, 0, code);
    void order.run({ codes: next, codesSeen: codes });
  }
  const seatOf = (force: Force) => {
    const at = inUse.indexOf(force);
    return at < 0 ? <Tag tone="line">{t("off")}</Tag> : at < seats ? t("seat", { number: at + 1 }) : t("extra");
  };
  const mover = (force: Force) => {
    const at = codes.indexOf(force.code);
    const name = forceName(force, locale);
    return (
      <Line gap={4}>
        <Button
          small
          aria-label={t("up", { name })}
          title={t("up", { name })}
          icon={<IconArrowUp aria-hidden />}
          idle={at === 0}
          onClick={() => move(force.code, -1)}
        />
        <Button
          small
          aria-label={t("down", { name })}
          title={t("down", { name })}
          icon={<IconArrowDown aria-hidden />}
          idle={at === codes.length - 1}
          onClick={() => move(force.code, 1)}
        />
      </Line>
    );
  };
  const column = (
    key: "name" | "short" | "english" | "seat" | "members" | "move",
    cell: Column<Force>["cell"],
    isNumber?: boolean,
  ): Column<Force> => ({
    key,
    head: t(`column.${key}`),
    label: t(`column.${key}`),
    cell,
    isNumber,
  });
  return (
    <>
      {order.problem ? <ProblemNote problem={order.problem} code={order.problem.reference} /> : null}
      <Sheet flush>
        <DataTable
          caption={t("caption")}
          rows={forces}
          keyOf={(force) => force.code}
          hrefOf={(force) => `/admin/forces?force=${force.code}`}
          chosenKey={chosenCode}
          columns={[
            column("name", (force) => force.nameZh),
            column("short", (force) => force.shortZh),
            column("english", (force) => `${force.nameEn} · ${force.shortEn}`),
            column("seat", seatOf),
            column("members", (force) => force.members, true),
            column("move", mover),
          ]}
        />
      </Sheet>
    </>
  );
}
