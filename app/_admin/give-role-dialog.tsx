"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { showToast } from "@/app/_ui/feedback/toasts";
import { DayInput } from "@/app/_ui/fields/day-input";
import { PickField } from "@/app/_ui/fields/pick-field";
import { PillField } from "@/app/_ui/fields/pill-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { giveRoleLimits } from "@/app/_ui/limits/people";
import type { Role } from "@/db/vocabulary";
import { workplaces } from "@/server/people/choices";
import { forceName } from "./force-name";
import type { Person, PersonChoices } from "./person";

interface GiveRoleDialogProps extends Pick<PersonChoices, "places" | "forces"> {
  person: Person;
  offered: readonly Role[];
  onClose: () => void;
}

/** A role beside the main one, with its place, its forces, a last day and why. */
export function GiveRoleDialog({ person, offered, places, forces, onClose }: GiveRoleDialogProps) {
  const t = useTranslations("admin.roles");
  const words = useTranslations("admin.person");
  const roleWord = useTranslations("vocabulary.roles");
  const { id: personId, name } = person;
  const act = useAct(useTRPC().people.giveRole.mutationOptions(), {
    onDone: () => {
      onClose();
      showToast({ message: t("given", { name }) });
    },
  });
  const [role, setRole] = useState(offered[0] ?? "expert");
  const [stationId, setStation] = useState(person.stationId ?? "");
  const [pointId, setPoint] = useState<string | null>(null);
  const [forceCodes, setForces] = useState<string[]>([]);
  const [untilOn, setUntil] = useState("");
  const [reason, setReason] = useState("");
  const has = workplaces[role];
  const isExpert = role === "expert";
  return (
    <ActDialog
      title={t("giveTitle", { name })}
      verb={t("verb")}
      act={act}
      needs={[
        ...(has.station === "must" ? [[words("station"), stationId !== ""] as const] : []),
        ...(isExpert ? [[words("forces"), forceCodes.length > 0] as const] : []),
        [t("reason"), reason.trim() !== ""],
      ]}
      onGo={() =>
        act.run({
          ...{ personId, role, pointId, forceCodes, reason },
          ...{ stationId: stationId || null, untilOn: untilOn || null },
        })
      }
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        <SelectField
          label={t("role")}
          value={role}
          options={offered.map((value) => ({ value, label: roleWord(value) }))}
          onChange={(event) => setRole(offered.find((one) => one === event.currentTarget.value) ?? role)}
        />
        <RoleFields {...{ role, places, forces, stationId, setStation, pointId, setPoint, forceCodes, setForces }} />
        <DayInput label={t("until")} hint={t("untilHint")} value={untilOn} onChange={setUntil} />
        <TextField
          label={t("reason")}
          maxLength={giveRoleLimits.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ActDialog>
  );
}

interface RoleFieldsProps extends Pick<PersonChoices, "places" | "forces"> {
  role: Role;
  stationId: string;
  setStation: (id: string) => void;
  pointId: string | null;
  setPoint: (id: string | null) => void;
  forceCodes: string[];
  setForces: (codes: string[]) => void;
}

/** The place and the forces that the role has. */
function RoleFields({ role, places, forces, ...of }: RoleFieldsProps) {
  const { stationId, setStation, pointId, setPoint, forceCodes, setForces } = of;
  const words = useTranslations("admin.person");
  const locale = useLocale();
  const has = workplaces[role];
  const open = <T extends { disabledAt: string | null }>(rows: readonly T[]) => rows.filter((row) => !row.disabledAt);
  return (
    <>
      {has.station === "must" ? (
        <SelectField
          label={words("station")}
          placeholder={words("choose")}
          value={stationId}
          options={open(places.stations).map((row) => ({ value: row.id, label: row.name }))}
          onChange={(event) => setStation(event.currentTarget.value)}
        />
      ) : null}
      {role === "expert" ? (
        <PillField
          label={words("forces")}
          isMany
          value={forceCodes}
          options={open(forces).map((force) => ({ value: force.code, label: forceName(force, locale) }))}
          onChange={setForces}
        />
      ) : null}
      {has.point === "none" ? null : (
        <PickField
          label={words("point")}
          placeholder={words("noPoint")}
          clearable
          value={pointId}
          options={open(places.stations.flatMap(({ points }) => points)).map((row) => ({
            value: row.id,
            label: row.name,
          }))}
          onChange={setPoint}
        />
      )}
    </>
  );
}
