"use client";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/button";
import { FormRow } from "@/app/_ui/form-section";
import { limitOf } from "@/app/_ui/limit-of";
import { PhoneField } from "@/app/_ui/phone-field";
import { PillField } from "@/app/_ui/pill-field";
import { ProblemNote } from "@/app/_ui/problem-note";
import { PickField, SelectField } from "@/app/_ui/select-field";
import { TextField } from "@/app/_ui/text-field";
import { showToast } from "@/app/_ui/toasts";
import { roles } from "@/db/vocabulary";
import { type CreatePersonInput, createPersonInput, workplaces } from "@/server/people/inputs";
import styles from "./admin.module.css";
import { forceName } from "./force-name";
import type { Person, PersonChoices } from "./person-panel";
import { blank, type Fault, faultsOf, valuesOf } from "./person-values";

interface PersonFormProps extends PersonChoices {
  person: Person | null;
  onCreated: (personId: string) => void;
}

/** The fields a role has; those of another role are not shown and not kept. */
export function PersonForm({ person, places, experts, forces, onCreated }: PersonFormProps) {
  const t = useTranslations("admin.person");
  const roleWord = useTranslations("vocabulary.roles");
  const locale = useLocale();
  const trpc = useTRPC();
  const [values, setValues] = useState(person ? valuesOf(person) : blank);
  const [faults, setFaults] = useState<Partial<Record<Fault, true>>>({});
  const create = useAct(trpc.people.create.mutationOptions(), {
    onDone: ({ personId }) => {
      showToast({ message: t("created", { name: values.name }) });
      onCreated(personId);
    },
  });
  const amend = useAct(trpc.people.amend.mutationOptions(), { onDone: () => showToast({ message: t("saved") }) });
  const { problem, isBusy } = person ? amend : create;
  const has = workplaces[values.role];
  const set = (part: Partial<CreatePersonInput>) => setValues((before) => ({ ...before, ...part }));
  const errorOf = (fault: Fault) => (faults[fault] ? t(fault) : undefined);
  const points = places.stations.flatMap((station) =>
    station.points.map((point) => ({ ...point, station: station.name })),
  );
  const choice = (rows: readonly { id: string; name: string; disabledAt: string | null }[], kept: string | null) =>
    rows.filter((row) => !row.disabledAt || row.id === kept).map((row) => ({ value: row.id, label: row.name }));

  function submit(event: FormEvent) {
    event.preventDefault();
    const found = faultsOf(values);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    if (person) void amend.run({ ...values, personId: person.id });
    else void create.run(values);
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {problem ? <ProblemNote problem={problem} code={problem.reference} /> : null}
      <TextField
        label={t("name")}
        value={values.name}
        maxLength={limitOf(createPersonInput, "name")}
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
          maxLength={limitOf(createPersonInput, "phone")}
          onChange={(phone) => set({ phone })}
        />
      </FormRow>
      <TextField
        label={t("employer")}
        value={values.employer}
        maxLength={limitOf(createPersonInput, "employer")}
        onChange={(e) => set({ employer: e.currentTarget.value })}
      />
      <TextField
        label={t("post")}
        hint={t("postHint")}
        value={values.post}
        maxLength={limitOf(createPersonInput, "post")}
        onChange={(e) => set({ post: e.currentTarget.value })}
      />
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
      {values.role === "expert" ? (
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
      ) : null}
      {has.point === "none" ? null : (
        <>
          <TextField
            label={t("area")}
            hint={t("areaHint")}
            value={values.area}
            maxLength={limitOf(createPersonInput, "area")}
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
      )}
      {values.role === "expert" ? (
        <PickField
          label={t("deputy")}
          placeholder={t("noDeputy")}
          clearable
          value={values.deputyId}
          options={experts
            .filter((expert) => expert.id !== person?.id)
            .map((expert) => ({ value: expert.id, label: `${expert.name} · ${expert.post}` }))}
          onChange={(deputyId) => set({ deputyId })}
        />
      ) : null}
      <div className={styles.foot}>
        <Button type="submit" variant="go" busy={isBusy}>
          {person ? t("save") : t("create")}
        </Button>
      </div>
    </form>
  );
}
