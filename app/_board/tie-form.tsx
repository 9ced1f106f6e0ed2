"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { SelectField } from "@/app/_ui/fields/select-field";
import { recordableTies } from "@/server/panel/choices";
import styles from "./seat-panel.module.css";
import { noTie, TieFields } from "./tie-fields";

interface TieFormProps {
  disputeId: string;
  people: readonly { personId: string; name: string }[];
  parties: readonly { id: string; name: string }[];
}

/** Writes down that a helper is tied to a party; from then on they are asked only if every party agrees. */
export function TieForm({ disputeId, people, parties }: TieFormProps) {
  const t = useTranslations("panel.ties");
  const trpc = useTRPC();
  const [personId, setPerson] = useState("");
  const [tie, setTie] = useState(noTie);
  const [isTried, setTried] = useState(false);
  const act = useAct(trpc.panel.recordTie.mutationOptions(), {
    onDone: () => {
      const name = people.find((person) => person.personId === personId)?.name ?? "";
      showToast({ message: t("recorded", { name }) });
      setTie({ ...noTie, partyId: tie.partyId });
      setTried(false);
    },
  });
  const needed = (value: string) => (isTried && !value ? t("choose") : undefined);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const said = recordableTies.find((one) => one === tie.kind);
    if (personId && tie.partyId && said) void act.run({ disputeId, personId, ...tie, kind: said });
  }

  return (
    <form method="dialog" className={styles.gap} onSubmit={submit} noValidate>
      <p>{t("recordText")}</p>
      <SelectField
        label={t("who")}
        placeholder={t("choose")}
        options={people.map((person) => ({ value: person.personId, label: person.name }))}
        value={personId}
        error={needed(personId)}
        onChange={(event) => setPerson(event.currentTarget.value)}
      />
      <TieFields parties={parties} tie={tie} isTried={isTried} noteHint={t("noteHint")} onChange={setTie} />
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      <div>
        <Button small type="submit" busy={act.isBusy}>
          {t("record")}
        </Button>
      </div>
    </form>
  );
}
