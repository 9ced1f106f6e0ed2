"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/actions/button";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { reachAttemptLimits } from "@/app/_ui/limits/disputes";
import { attemptMeans } from "@/server/disputes/choices";
import styles from "./attempts.module.css";

type Means = (typeof attemptMeans)[number];
interface Tried {
  /** Which attempt it is. */
  n: number;
  triedOn: string;
  means: Means;
  note: string;
}
const empty = (n: number): Tried => ({ n, triedOn: "", means: "phone", note: "" });

interface Attempts {
  parties: readonly { id: string; name: string }[];
  partyId: string;
  choose: (partyId: string) => void;
  rows: readonly Tried[];
  setRows: (rows: readonly Tried[]) => void;
  /** As the act takes them; a row without a day is none. */
  attempts: (Omit<Tried, "n"> & { partyId: string })[];
}

/** Whom nobody could reach, and how that was tried; asked of the server only where that is the outcome. */
export function useAttempts({ disputeId, isAsked }: { disputeId: string; isAsked: boolean }): Attempts {
  const { data } = useQuery({ ...useTRPC().consents.ofDispute.queryOptions({ disputeId }), enabled: isAsked });
  const [chosen, choose] = useState("");
  const [rows, setRows] = useState<readonly Tried[]>([1, 2, 3].map(empty));
  const parties = (data?.parties ?? []).filter((one) => !one.isDeparted);
  // Who applied was here; it is another side that nobody reaches.
  const [first] = [...parties.filter(({ side }) => side > 1), ...parties];
  const partyId = chosen || (first?.id ?? "");
  const attempts =
    isAsked && partyId ? rows.filter((row) => row.triedOn).map(({ n: _, ...row }) => ({ ...row, partyId })) : [];
  return { parties, partyId, choose, rows, setRows, attempts };
}

/** The party, and a line for each time that somebody tried to reach it. */
export function AttemptFields({ parties, partyId, choose, rows, setRows, today }: Attempts & { today: string }) {
  const t = useTranslations("endings.end");
  const set = (n: number, change: Partial<Tried>) =>
    setRows(rows.map((row) => (row.n === n ? { ...row, ...change } : row)));
  return (
    <>
      <SelectField
        label={t("whom")}
        hint={t("triedHint")}
        options={parties.map(({ id, name }) => ({ value: id, label: name }))}
        value={partyId}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {rows.map((row) => (
        <div key={row.n} className={styles.attempt}>
          <DateTimeField
            part="date"
            label={t("triedOn", { n: row.n })}
            value={row.triedOn}
            maxDay={today}
            onChange={(triedOn) => set(row.n, { triedOn })}
          />
          <SelectField
            label={t("triedHow")}
            options={attemptMeans.map((value) => ({ value, label: t(`means.${value}`) }))}
            value={row.means}
            onChange={(event) => set(row.n, { means: event.currentTarget.value as Means })}
          />
          <TextField
            label={t("triedNote")}
            value={row.note}
            maxLength={reachAttemptLimits.note}
            onChange={(event) => set(row.n, { note: event.currentTarget.value })}
          />
        </div>
      ))}
      {rows.length < 40 ? (
        <Button small onClick={() => setRows([...rows, empty(rows.length + 1)])}>
          {t("triedMore")}
        </Button>
      ) : null}
    </>
  );
}
