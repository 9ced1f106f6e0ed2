"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { NewerValues } from "@/app/_ui/feedback/newer-values";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { TextField } from "@/app/_ui/fields/text-field";
import { useSeen } from "@/app/_ui/fields/use-seen";
import { FormRow } from "@/app/_ui/layout/form-section";
import { SidePanel } from "@/app/_ui/layout/side-panel";
import { createForceLimits } from "@/app/_ui/limits/forces";
import styles from "./admin.module.css";
import { forceName } from "./force-name";
import { ForceState } from "./force-state";
import type { Force } from "./force-table";

const page = "/admin/forces";
const fields = ["nameZh", "shortZh", "nameEn", "shortEn"] as const;
type Names = Record<(typeof fields)[number], string>;

/** The names of one force, long and short, in both languages. */
export function ForcePanel({ force }: { force: Force | null }) {
  const t = useTranslations("admin.forces");
  const locale = useLocale();
  const router = useRouter();
  const trpc = useTRPC();
  const stored: Names = {
    nameZh: force?.nameZh ?? "",
    shortZh: force?.shortZh ?? "",
    nameEn: force?.nameEn ?? "",
    shortEn: force?.shortEn ?? "",
  };
  const [names, setNames] = useState(stored);
  const seen = useSeen({ version: force?.version ?? 0, values: stored });
  const [isTried, setTried] = useState(false);
  const create = useAct(trpc.forces.create.mutationOptions(), {
    onDone: ({ code }) => {
      showToast({ message: t("created", { name: forceName(names, locale) }) });
      router.push(`${page}?force=${code}`, { scroll: false });
    },
  });
  const amend = useAct(trpc.forces.amend.mutationOptions(), {
    onDone: ({ version }) => {
      seen.saved(version, names);
      showToast({ message: t("saved") });
    },
  });
  const { isBusy, problem } = force ? amend : create;
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (fields.some((field) => !names[field].trim())) return;
    if (force) void amend.run({ code: force.code, forceVersion: seen.version, ...names });
    else void create.run(names);
  }
  return (
    <SidePanel title={force ? forceName(force, locale) : t("newTitle")} closeHref={page}>
      <form method="dialog" className={styles.form} onSubmit={submit} noValidate>
        {problem ? <ProblemNote problem={problem} code={problem.reference} /> : null}
        <NewerValues
          seen={seen}
          words={(one) => fields.map((field) => ({ label: t(field), value: one[field] }))}
          onTake={setNames}
        />
        <FormRow min={150}>
          {fields.map((field) => (
            <TextField
              key={field}
              label={t(field)}
              value={names[field]}
              maxLength={createForceLimits[field]}
              lang={field.endsWith("Zh") ? "zh-CN" : "en"}
              error={isTried && !names[field].trim() ? t("needed") : undefined}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setNames((before) => ({ ...before, [field]: value }));
              }}
            />
          ))}
        </FormRow>
        <div className={styles.foot}>
          <Button type="submit" variant="go" busy={isBusy}>
            {force ? t("save") : t("create")}
          </Button>
        </div>
      </form>
      {force ? <ForceState force={force} /> : null}
    </SidePanel>
  );
}
