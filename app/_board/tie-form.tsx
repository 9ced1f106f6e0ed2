"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { recordTieLimits } from "@/app/_ui/fields/text-limits";
import { recordableTies } from "@/server/panel/choices";
import styles from "./seat-panel.module.css";

interface TieFormProps {
  disputeId: string;
  people: readonly { personId: string; name: string }[];
  parties: readonly { id: string; name: string }[];
}

/** Writes down that a helper is tied to a party; from then on they are asked only if every party agrees. */
export function TieForm({ disputeId, people, parties }: TieFormProps) {
  const t = useTranslations("panel.ties");
  const kinds = useTranslations("vocabulary.tieKinds");
  const trpc = useTRPC();
  const [personId, setPerson] = useState("");
  const [partyId, setParty] = useState("");
  const [kind, setKind] = useState("");
  const [note, setNote] = useState("");
  const [isTried, setTried] = useState(false);
  const act = useAct(trpc.panel.recordTie.mutationOptions(), {
    onDone: () => {
      const name = people.find((person) => person.personId === personId)?.name ?? "";
      showToast({ message: t("recorded", { name }) });
      setKind("");
      setNote("");
      setTried(false);
    },
  });
  const needed = (value: string) => (isTried && !value ? t("choose") : undefined);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const said = recordableTies.find((one) => one === kind);
    if (personId && partyId && said) void act.run({ disputeId, personId, partyId, kind: said, note });
  }

  return (
    <form className={styles.gap} onSubmit={submit} noValidate>
      <p>{t("recordText")}</p>
      <SelectField
        label={t("who")}
        placeholder={t("choose")}
        options={people.map((person) => ({ value: person.personId, label: person.name }))}
        value={personId}
        error={needed(personId)}
        onChange={(event) => setPerson(event.currentTarget.value)}
      />
      <SelectField
        label={t("withWhom")}
        placeholder={t("choose")}
        options={parties.map((party) => ({ value: party.id, label: party.name }))}
        value={partyId}
        error={needed(partyId)}
        onChange={(event) => setParty(event.currentTarget.value)}
      />
      <SelectField
        label={t("what")}
        placeholder={t("choose")}
        options={recordableTies.map((one) => ({ value: one, label: kinds(one) }))}
        value={kind}
        error={needed(kind)}
        onChange={(event) => setKind(event.currentTarget.value)}
      />
      <TextField
        label={t("note")}
        hint={t("noteHint")}
        maxLength={recordTieLimits.note}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      <div>
        <Button small type="submit" busy={act.isBusy}>
          {t("record")}
        </Button>
      </div>
    </form>
  );
}
