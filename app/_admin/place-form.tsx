"use client";
import { useTranslations } from "next-intl";
import type { FormEvent, ReactNode } from "react";
import type { ShownProblem } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import styles from "./admin.module.css";

/** What every form of a place tells its panel. */
export interface PlaceFormDone {
  onSaved: () => void;
  onCreated: (id: string, name: string) => void;
}

interface PlaceFormProps {
  isNew: boolean;
  isBusy: boolean;
  problem: ShownProblem | null;
  onSubmit: () => void;
  children: ReactNode;
}

/** Fields, the refusal if there is one, and the one filled button. */
export function PlaceForm({ isNew, isBusy, problem, onSubmit, children }: PlaceFormProps) {
  const t = useTranslations("admin.place");
  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit();
  }
  return (
    <form method="dialog" className={styles.form} onSubmit={submit} noValidate>
      {problem ? <ProblemNote problem={problem} code={problem.reference} /> : null}
      {children}
      <div className={styles.foot}>
        <Button type="submit" variant="go" busy={isBusy}>
          {isNew ? t("create") : t("save")}
        </Button>
      </div>
    </form>
  );
}
