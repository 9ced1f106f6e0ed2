"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea, TextField } from "@/app/_ui/fields/text-field";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { correctDisputeLimits, registerDisputeLimits } from "@/app/_ui/limits/disputes";
import { type DisputeType, disputeTypes, type Source, type YesNoUnclear } from "@/db/vocabulary";
import { asksOfCourt, isReferral } from "@/server/disputes/choices";
import type { Registered } from "./menu-entry";
import { SourceFields } from "./source-fields";

interface CorrectDialogProps {
  disputeId: string;
  registered: Registered;
  onClose: () => void;
}

/** Corrects what was registered wrongly; what stood there before stays readable, with the reason. */
export function CorrectDialog({ disputeId, registered, onClose }: CorrectDialogProps) {
  const t = useTranslations("disputes.correct");
  const trpc = useTRPC();
  const act = useAct(trpc.disputes.correct.mutationOptions(), { onDone: onClose });
  // What was seen when the dialog opened: a change in between is refused by the server and said.
  const [seen] = useState(() => valuesOf(registered));
  const [next, setNext] = useState(seen);
  const [inCourt, setInCourt] = useState<YesNoUnclear | null>(null);
  const [reason, setReason] = useState("");
  const set = (part: Partial<Values>) => setNext({ ...next, ...part });
  const changes = changesBetween(seen, next, registered.facts?.version);
  const isAsked = asksOfCourt(seen.source, next.source);
  const isNamed = next.source !== "courtEntrusted" || Boolean(next.referredBy.trim() && next.referralNumber.trim());
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      needs={[
        [t("changed"), Object.keys(changes).length > 0],
        [t("fields.title"), next.title.trim() !== ""],
        [t("fields.place"), next.place.trim() !== ""],
        [t("fields.referralNumber"), isNamed],
        [t("inCourt"), !isAsked || inCourt !== null],
        [t("reason"), reason.trim() !== ""],
      ]}
      onGo={() => act.run({ disputeId, reason, ...changes, ...(isAsked && inCourt ? { inCourt } : {}) })}
      onClose={onClose}
    >
      <p>{t("what")}</p>
      <RegisteredFields registered={registered} values={next} onChange={set} />
      <SourceFields values={next} onChange={set} isAsked={isAsked} inCourt={inCourt} onAnswer={setInCourt} />
      <TextArea
        label={t("reason")}
        minRows={2}
        maxLength={correctDisputeLimits.reason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  );
}

interface Values {
  title: string;
  type: DisputeType;
  place: string;
  pointId: string;
  startedOn: string;
  source: Source;
  referredBy: string;
  referralNumber: string;
  facts: string;
  requests: string;
}

const valuesOf = ({ point, startedOn, facts, ...same }: Registered): Values => ({
  ...same,
  pointId: point?.id ?? "",
  startedOn: startedOn ?? "",
  facts: facts?.facts ?? "",
  requests: facts?.requests ?? "",
});

/** Only what was changed is sent, each with what was seen. */
function changesBetween(seen: Values, next: Values, factsVersion: number | undefined) {
  const both = <K extends "title" | "place" | "type" | "source">(key: K) =>
    seen[key] === next[key] ? {} : { [key]: { seen: seen[key], now: next[key] } };
  // Nobody referred what did not come by a referral.
  const referral = (key: "referredBy" | "referralNumber") => {
    const now = isReferral(next.source) ? next[key] : "";
    return seen[key] === now ? {} : { [key]: { seen: seen[key], now } };
  };
  const orNone = (key: "pointId" | "startedOn") =>
    seen[key] === next[key] ? {} : { [key]: { seen: seen[key] || null, now: next[key] || null } };
  return {
    ...both("title"),
    ...both("type"),
    ...both("place"),
    ...orNone("pointId"),
    ...orNone("startedOn"),
    ...both("source"),
    ...referral("referredBy"),
    ...referral("referralNumber"),
    ...((seen.facts === next.facts && seen.requests === next.requests) || factsVersion === undefined
      ? {}
      : { facts: { seenVersion: factsVersion, text: next.facts, requests: next.requests } }),
  };
}

interface RegisteredFieldsProps {
  registered: Registered;
  values: Values;
  onChange: (part: Partial<Values>) => void;
}

function RegisteredFields({ registered, values, onChange }: RegisteredFieldsProps) {
  const t = useTranslations("disputes.correct");
  const types = useTranslations("vocabulary.disputeTypes");
  const points = useQuery(useTRPC().disputes.points.queryOptions({}));
  const { point, facts } = registered;
  const known = points.data ?? [];
  const options = point && !known.some(({ id }) => id === point.id) ? [point, ...known] : known;
  return (
    <>
      <TextField
        label={t("fields.title")}
        maxLength={registerDisputeLimits.title}
        value={values.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <SelectField
        label={t("fields.type")}
        options={disputeTypes.map((value) => ({ value, label: types(value) }))}
        value={values.type}
        onChange={(event) =>
          onChange({ type: disputeTypes.find((one) => one === event.currentTarget.value) ?? values.type })
        }
      />
      <TextField
        label={t("fields.place")}
        maxLength={registerDisputeLimits.place}
        value={values.place}
        onChange={(event) => onChange({ place: event.currentTarget.value })}
      />
      <SelectField
        label={t("fields.pointId")}
        placeholder={t("noPoint")}
        options={options.map(({ id, name }) => ({ value: id, label: name }))}
        value={values.pointId}
        onChange={(event) => onChange({ pointId: event.currentTarget.value })}
      />
      <DateTimeField
        part="date"
        label={t("fields.startedOn")}
        maxDay={toWallClock(new Date()).slice(0, 10)}
        value={values.startedOn}
        onChange={(startedOn) => onChange({ startedOn })}
      />
      {facts ? (
        <TextArea
          label={t("fields.facts")}
          minRows={3}
          maxLength={registerDisputeLimits.facts}
          value={values.facts}
          onChange={(event) => onChange({ facts: event.currentTarget.value })}
        />
      ) : null}
      {facts ? (
        <TextArea
          label={t("fields.requests")}
          minRows={2}
          maxLength={registerDisputeLimits.requests}
          value={values.requests}
          onChange={(event) => onChange({ requests: event.currentTarget.value })}
        />
      ) : null}
    </>
  );
}
