"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { CheckField } from "@/app/_ui/fields/check-field";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { formatSide } from "@/app/_ui/format/format-number";
import { Line, Stack } from "@/app/_ui/layout/columns";
import { recordElectionLimits } from "@/app/_ui/limits/elections";
import styles from "./elections.module.css";
import type { SideParty } from "./side-party";

interface ElectDialogProps {
  disputeId: string;
  version: number;
  parties: readonly SideParty[];
  today: string;
  onClose: () => void;
}

const scopes = ["mayNegotiate", "maySign", "mayReceive"] as const;
const nothing = { mayNegotiate: false, maySign: false, mayReceive: false };
type Chosen = ReadonlySet<string>;
const toggled = (ids: Chosen, id: string): Chosen => {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
};

/** Whom a side elected: the members, the representatives, for what, when and by which paper. Nobody is ticked beforehand. */
export function ElectDialog({ disputeId, version, parties, today, onClose }: ElectDialogProps) {
  const t = useTranslations("elections.elect");
  const locale = useLocale();
  const act = useAct(useTRPC().elections.record.mutationOptions(), { onDone: onClose });
  const sides = [...new Set(parties.map(({ side }) => side))];
  const largest = [...sides].sort((a, b) => sizeOf(parties, b) - sizeOf(parties, a))[0] ?? 1;
  const [side, setSide] = useState(largest);
  const [members, setMembers] = useState<Chosen>(new Set());
  const [elected, setElected] = useState<Chosen>(new Set());
  const [may, setMay] = useState(nothing);
  const [electedOn, setElectedOn] = useState(today);
  const [paper, setPaper] = useState("");
  const there = parties.filter((party) => party.side === side);
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      needs={[
        [t("members", { count: members.size }), members.size > 0],
        [t("elected", { count: elected.size }), elected.size > 0],
        [t("for"), scopes.some((one) => may[one])],
        [t("on"), electedOn !== ""],
        [t("paper"), paper.trim() !== ""],
      ]}
      onGo={() =>
        act.run({
          disputeId,
          version,
          side,
          memberIds: [...members],
          representativeIds: [...elected],
          electedOn,
          paper,
          ...may,
        })
      }
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        <SelectField
          label={t("side")}
          options={sides.map((one) => ({
            value: String(one),
            label: t("sideName", { side: formatSide(one - 1, locale), count: sizeOf(parties, one) }),
          }))}
          value={String(side)}
          onChange={(event) => {
            setSide(Number(event.currentTarget.value));
            setMembers(new Set());
            setElected(new Set());
          }}
        />
        <People legend={t("members", { count: members.size })} people={there} chosen={members} onChange={setMembers} />
        <Line>
          <Button small onClick={() => setMembers(new Set(there.map(({ id }) => id)))}>
            {t("all")}
          </Button>
        </Line>
        <People legend={t("elected", { count: elected.size })} people={there} chosen={elected} onChange={setElected} />
        <Scope may={may} onChange={setMay} />
        <DateTimeField part="date" label={t("on")} value={electedOn} onChange={setElectedOn} maxDay={today} />
        <TextField
          label={t("paper")}
          hint={t("paperHint")}
          maxLength={recordElectionLimits.paper}
          value={paper}
          onChange={(event) => setPaper(event.currentTarget.value)}
        />
      </Stack>
    </ActDialog>
  );
}

const sizeOf = (parties: readonly SideParty[], side: number) => parties.filter((party) => party.side === side).length;

function Scope({ may, onChange }: { may: typeof nothing; onChange: (may: typeof nothing) => void }) {
  const t = useTranslations("elections");
  return (
    <fieldset className={styles.scope}>
      <legend>{t("elect.for")}</legend>
      <Stack gap={4}>
        {scopes.map((one) => (
          <CheckField
            key={one}
            label={t(`scope.${one}`)}
            checked={may[one]}
            onChange={(event) => onChange({ ...may, [one]: event.currentTarget.checked })}
          />
        ))}
      </Stack>
    </fieldset>
  );
}

interface PeopleProps {
  legend: string;
  people: readonly SideParty[];
  chosen: Chosen;
  onChange: (ids: Chosen) => void;
}

function People({ legend, people, chosen, onChange }: PeopleProps) {
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {people.map(({ id, name }) => (
        <CheckField key={id} label={name} checked={chosen.has(id)} onChange={() => onChange(toggled(chosen, id))} />
      ))}
    </fieldset>
  );
}
