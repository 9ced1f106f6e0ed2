"use client";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { NewerValues } from "@/app/_ui/feedback/newer-values";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { PhoneField } from "@/app/_ui/fields/phone-field";
import { PickField } from "@/app/_ui/fields/pick-field";
import { PillField } from "@/app/_ui/fields/pill-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { useSeen } from "@/app/_ui/fields/use-seen";
import { FormRow } from "@/app/_ui/layout/form-section";
import { createPersonLimits } from "@/app/_ui/limits/people";
import { roles } from "@/db/vocabulary";
import { workplaces } from "@/server/people/choices";
import type { CreatePersonInput } from "@/server/people/inputs";
import styles from "./admin.module.css";
import { forceName } from "./force-name";
import type { Person, PersonChoices } from "./person";
import { blank, type Fault, faultsOf, valuesOf } from "./person-values";
import { usePersonWords } from "./use-person-words";

interface PersonFormProps extends PersonChoices {
  person: Person | null;
  onCreated: (personId: string) => void;
}

/** The fields a role has; those of another role are neither shown nor stored. */
export function PersonForm({ person, places, experts, forces, onCreated }: PersonFormProps) {
  const t = useTranslations("admin.person");
  const roleWord = useTranslations("vocabulary.roles");
  const trpc = useTRPC();
  const stored = person ? valuesOf(person) : blank;
  const [values, setValues] = useState(stored);
  const seen = useSeen({ version: person?.version ?? 0, values: stored });
  const [faults, setFaults] = useState<Partial<Record<Fault, true>>>({});
  const told = (message: string) => showToast({ message });
  const create = useAct(trpc.people.create.mutationOptions(), {
    onDone: ({ personId }) => {
      told(t("created", { name: values.name }));
      onCreated(personId);
    },
  });
  const amend = useAct(trpc.people.amend.mutationOptions(), {
    onDone: ({ version }) => {
      seen.saved(version, values);
      told(t("saved"));
    },
  });
  const { problem, isBusy } = person ? amend : create;
  const set = (part: Partial<CreatePersonInput>) => setValues((before) => ({ ...before, ...part }));
  const errorOf = (fault: Fault) => (faults[fault] ? t(fault) : undefined);
  function submit(event: FormEvent) {
    event.preventDefault();
    const found = faultsOf(values);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    if (person) void amend.run({ ...values, personId: person.id, personVersion: seen.version });
    else void create.run(values);
  }

  return (
    <form method="dialog" className={styles.form} onSubmit={submit} noValidate>
      {problem ? <ProblemNote problem={problem} code={problem.reference} /> : null}
      <NewerValues seen={seen} words={usePersonWords({ places, experts, forces })} onTake={setValues} />
      <TextField
        label={t("name")}
        value={values.name}
        maxLength={createPersonLimits.name}
        error={errorOf("nameNeeded")}
        onChange={(e) => set({ name: e.currentTarget.value })}
      />
      <FormRow min={150}>
        <SelectField
          label={t("role")}
          value={values.role}
          options={roles.map((one) => ({ value: one, label: roleWord(one) }))}
          onChange={(e) => set({ role: roles.find((one) => one === e.currentTarget.value) ?? values.role })}
        />
        <PhoneField
          label={t("phone")}
          value={values.phone}
          maxLength={createPersonLimits.phone}
          onChange={(phone) => set({ phone })}
        />
      </FormRow>
      <Post {...{ values, set }} />
      <Workplace {...{ values, set, errorOf, places }} />
      {values.role === "expert" ? <Forces {...{ values, set, errorOf, forces }} /> : null}
      <Area {...{ values, set, places }} />
      {values.role === "expert" ? <Deputy {...{ values, set, experts }} personId={person?.id ?? null} /> : null}
      <div className={styles.foot}>
        <Button type="submit" variant="go" busy={isBusy}>
          {person ? t("save") : t("create")}
        </Button>
      </div>
    </form>
  );
}

interface PartProps {
  values: CreatePersonInput;
  set: (part: Partial<CreatePersonInput>) => void;
  errorOf: (fault: Fault) => string | undefined;
}

interface Row {
  id: string;
  name: string;
  disabledAt: string | null;
}

/** The options in use, plus those this person still has although they were closed. */
const choice = (rows: readonly Row[], kept: string | null) =>
  rows.filter((row) => !row.disabledAt || row.id === kept).map((row) => ({ value: row.id, label: row.name }));

function Post({ values, set }: Omit<PartProps, "errorOf">) {
  const t = useTranslations("admin.person");
  return (
    <>
      <TextField
        label={t("employer")}
        value={values.employer}
        maxLength={createPersonLimits.employer}
        onChange={(e) => set({ employer: e.currentTarget.value })}
      />
      <TextField
        label={t("post")}
        hint={t("postHint")}
        value={values.post}
        maxLength={createPersonLimits.post}
        onChange={(e) => set({ post: e.currentTarget.value })}
      />
      <TextField
        label={t("postEn")}
        lang="en"
        value={values.postEn ?? ""}
        maxLength={createPersonLimits.postEn}
        onChange={(e) => set({ postEn: e.currentTarget.value })}
      />
    </>
  );
}

function Workplace({ values, set, errorOf, places }: PartProps & Pick<PersonChoices, "places">) {
  const t = useTranslations("admin.person");
  const has = workplaces[values.role];
  return (
    <>
      {has.station === "none" ? null : (
        <SelectField
          label={t("station")}
          placeholder={t("choose")}
          value={values.stationId ?? ""}
          error={errorOf("stationNeeded")}
          options={choice(places.stations, values.stationId)}
          onChange={(e) => set({ stationId: e.currentTarget.value || null })}
        />
      )}
      {has.committee === "none" ? null : (
        <SelectField
          label={t("committee")}
          placeholder={t("choose")}
          value={values.committeeId ?? ""}
          error={errorOf("committeeNeeded")}
          options={choice(places.committees, values.committeeId)}
          onChange={(e) => set({ committeeId: e.currentTarget.value || null })}
        />
      )}
    </>
  );
}

function Forces({ values, set, errorOf, forces }: PartProps & Pick<PersonChoices, "forces">) {
  const t = useTranslations("admin.person");
  const locale = useLocale();
  return (
    <PillField
      label={t("forces")}
      isMany
      value={values.forceCodes}
      error={errorOf("forceNeeded")}
      options={forces
        .filter((force) => !force.disabledAt || values.forceCodes.includes(force.code))
        .map((force) => ({ value: force.code, label: forceName(force, locale) }))}
      onChange={(forceCodes) => set({ forceCodes })}
    />
  );
}

function Area({ values, set, places }: Omit<PartProps, "errorOf"> & Pick<PersonChoices, "places">) {
  const t = useTranslations("admin.person");
  if (workplaces[values.role].point === "none") return null;
  const points = places.stations.flatMap((station) =>
    station.points.map((point) => ({ ...point, station: station.name })),
  );
  return (
    <>
      <TextField
        label={t("area")}
        hint={t("areaHint")}
        value={values.area}
        maxLength={createPersonLimits.area}
        onChange={(e) => set({ area: e.currentTarget.value })}
      />
      <PickField
        label={t("point")}
        placeholder={t("noPoint")}
        clearable
        value={values.pointId}
        options={choice(points, values.pointId)}
        onChange={(pointId) => set({ pointId })}
      />
    </>
  );
}

interface DeputyProps extends Omit<PartProps, "errorOf">, Pick<PersonChoices, "experts"> {
  personId: string | null;
}

function Deputy({ values, set, experts, personId }: DeputyProps) {
  const t = useTranslations("admin.person");
  return (
    <PickField
      label={t("deputy")}
      placeholder={t("noDeputy")}
      clearable
      value={values.deputyId}
      options={experts
        .filter((expert) => expert.id !== personId)
        .map((expert) => ({ value: expert.id, label: `${expert.name} · ${expert.post}` }))}
      onChange={(deputyId) => set({ deputyId })}
    />
  );
}
