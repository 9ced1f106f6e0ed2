"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { v7 } from "uuid";
import type { ShownProblem } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DayInput } from "@/app/_ui/fields/day-input";
import type { TemplateSheet } from "@/server/papers/reads/template-sheet";
import { sendTemplate } from "./send-template";

interface AddButtonProps {
  kind: TemplateSheet["papers"][number]["kind"];
  today: string;
}

/** Opens the dialog in which an office gives its own Word template of a paper. */
export function AddButton(props: AddButtonProps) {
  const t = useTranslations("templates.papers.add");
  const kinds = useTranslations("vocabulary.paperKinds");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button small aria-label={t("of", { paper: kinds(props.kind) })} onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      {isOpen ? <AddDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function AddDialog({ kind, today, onClose }: AddButtonProps & { onClose: () => void }) {
  const t = useTranslations("templates.papers.add");
  const kinds = useTranslations("vocabulary.paperKinds");
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [day, setDay] = useState(today);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const key = useRef(v7());
  function choose(chosen: File | null) {
    key.current = v7();
    setProblem(null);
    setFile(chosen);
  }
  async function send(chosen: File) {
    setBusy(true);
    const refused = await sendTemplate({ key: key.current, kind, validFrom: day, file: chosen });
    setBusy(false);
    setProblem(refused);
    // What was read is sent anew under another key once it was mended.
    key.current = refused ? v7() : key.current;
    if (refused) return;
    router.refresh();
    onClose();
  }
  return (
    <ActDialog
      title={t("title", { paper: kinds(kind) })}
      verb={t("verb")}
      act={{ isBusy, problem }}
      refusal="last"
      gap={12}
      needs={[[t("file"), file !== null]]}
      onGo={() => file && void send(file)}
      onClose={onClose}
    >
      <p>{t("what")}</p>
      <FileField file={file} onChoose={choose} />
      <DayInput
        label={t("from")}
        hint={t("fromHint")}
        value={day}
        minDay={today}
        onChange={(next) => {
          key.current = v7();
          setDay(next || today);
        }}
      />
    </ActDialog>
  );
}

/** The file is taken by a button of our own, because a browser's says its words in the language of the browser. */
function FileField({ file, onChoose }: { file: File | null; onChoose: (file: File | null) => void }) {
  const t = useTranslations("templates.papers.add");
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div>
      <input
        ref={picker}
        type="file"
        accept=".docx"
        hidden
        aria-label={t("file")}
        onChange={(event) => {
          onChoose(event.currentTarget.files?.[0] ?? null);
          // The same file is chosen again after it was mended.
          event.currentTarget.value = "";
        }}
      />
      <Button small onClick={() => picker.current?.click()}>
        {t("file")}
      </Button>{" "}
      <span role="status">{file ? file.name : t("noFile")}</span>
    </div>
  );
}
