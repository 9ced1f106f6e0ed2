"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { describeFileLimits } from "@/app/_ui/limits/files";
import type { PaperKind } from "@/db/vocabulary";
import type { SignedPaper } from "@/server/files/choices";
import type { FileOrigin as Origin } from "@/server/files/queries";
import styles from "./add-files.module.css";

interface FileOriginProps {
  disputeId: string;
  fileId: string;
  name: string;
  origin: Origin | null;
  /** The papers of which it may be the signed one. */
  kinds: readonly PaperKind[];
}

/** Says where a file comes from, in place below it; what was said before stays and is shown until then. */
export function FileOrigin(props: FileOriginProps) {
  const t = useTranslations("sessions.files.origin");
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <OriginForm {...props} onDone={() => setOpen(false)} />;
  const verb = props.origin ? t("change") : t("add");
  return (
    <Button small aria-label={`${verb} ${props.name}`} onClick={() => setOpen(true)}>
      {verb}
    </Button>
  );
}

type Form = "original" | "copy" | "unsaid";

function OriginForm({ disputeId, fileId, name, origin, kinds, onDone }: FileOriginProps & { onDone: () => void }) {
  const t = useTranslations("sessions.files.origin");
  const papers = useTranslations("vocabulary.paperKinds");
  const trpc = useTRPC();
  const [provider, setProvider] = useState(origin?.provider ?? "");
  const [place, setPlace] = useState(origin?.place ?? "");
  const [form, setForm] = useState<Form>(
    origin?.isOriginal === true ? "original" : origin?.isOriginal === false ? "copy" : "unsaid",
  );
  const [madeOn, setMadeOn] = useState(origin?.madeOn ?? "");
  const [paperKind, setPaperKind] = useState<SignedPaper | "">((origin?.paperKind as SignedPaper | null) ?? "");
  const describe = useAct(trpc.files.describe.mutationOptions());
  const isOriginal = form === "unsaid" ? null : form === "original";
  async function save() {
    const said = { provider, place, isOriginal, madeOn: madeOn || null, paperKind: paperKind || null };
    // What is said again as it stands is no correction.
    if (origin && (Object.keys(said) as (keyof typeof said)[]).every((what) => said[what] === origin[what]))
      return onDone();
    if (!(await describe.run({ disputeId, fileId, ...said }))) return;
    showToast({ message: t("saved") });
    onDone();
  }
  return (
    <form method="dialog" className={styles.origin} aria-label={t("of", { name })} onSubmit={() => void save()}>
      <SelectField
        label={t("paperKind")}
        placeholder={t("noPaper")}
        value={paperKind}
        options={kinds.map((value) => ({ value, label: papers(value) }))}
        onChange={(event) => setPaperKind(event.currentTarget.value as SignedPaper | "")}
      />
      <TextField
        label={t(paperKind === "identity" ? "whose" : "provider")}
        value={provider}
        maxLength={describeFileLimits.provider}
        onChange={(event) => setProvider(event.currentTarget.value)}
      />
      <SegmentField
        label={t("isOriginal")}
        value={form}
        onChange={setForm}
        segments={(["original", "copy", "unsaid"] as const).map((value) => ({ value, label: t(value) }))}
      />
      <TextField
        label={t("place")}
        value={place}
        maxLength={describeFileLimits.place}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      <DateTimeField part="date" label={t("madeOn")} value={madeOn} onChange={setMadeOn} />
      {describe.problem ? <ProblemNote problem={describe.problem} /> : null}
      <div className={styles.buttons}>
        <Button variant="go" type="submit" busy={describe.isBusy}>
          {t("save")}
        </Button>
        <Button onClick={onDone}>{t("cancel")}</Button>
      </div>
    </form>
  );
}
