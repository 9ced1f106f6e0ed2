"use client";
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea, TextField } from "@/app/_ui/fields/text-field";
import { formatSide } from "@/app/_ui/format/format-number";
import { Stack } from "@/app/_ui/layout/columns";
import { importMembersLimits } from "@/app/_ui/limits/elections";
import { type PartyStanding, partyStandings } from "@/db/vocabulary";
import { type MemberLine, membersIn, readMembers } from "@/server/elections/choices";
import { LineTable } from "./line-table";
import type { SideParty } from "./side-party";

interface ImportDialogProps {
  disputeId: string;
  version: number;
  parties: readonly SideParty[];
  needsReason: boolean;
  onClose: () => void;
}

/** The text of a list: sheets are saved in UTF-8, or by older programs in GB 18030. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

const memberOf = ({ name, phone, idNumber, address }: MemberLine) => ({ name, phone, idNumber, address });

/** Pastes or opens a list of members and shows line by line how it is read, before anything is written. */
export function ImportDialog({ disputeId, version, parties, needsReason, onClose }: ImportDialogProps) {
  const t = useTranslations("elections.import");
  const standings = useTranslations("vocabulary.partyStandings");
  const locale = useLocale();
  const trpc = useTRPC();
  const act = useAct(trpc.elections.importMembers.mutationOptions(), { onDone: onClose });
  const sides = [...new Set(parties.map(({ side }) => side))];
  const [side, setSide] = useState(sides[0] ?? 1);
  const [standing, setStanding] = useState<PartyStanding>("applicant");
  const [text, setText] = useState("");
  const [reason, setReason] = useState("");
  const lines = readMembers(text);
  const people = membersIn(lines);
  const isRead = people.length > 0 && people.every(({ fault }) => fault === null);
  const members = people.map(memberOf);
  const twice = useQuery({ ...trpc.elections.checkMembers.queryOptions({ disputeId, members }), enabled: isRead });
  const isClear = isRead && twice.data?.length === 0;
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb", { count: people.length })}
      leave={t("leave")}
      act={act}
      isReady={isClear}
      needs={[[t("reason"), !needsReason || reason.trim() !== ""]]}
      onGo={() => act.run({ disputeId, version, side, standing, members, reason })}
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        <SelectField
          label={t("side")}
          options={sides.map((one) => ({
            value: String(one),
            label: t("sideName", { side: formatSide(one - 1, locale) }),
          }))}
          value={String(side)}
          onChange={(event) => setSide(Number(event.currentTarget.value))}
        />
        <SelectField
          label={t("standing")}
          options={partyStandings.map((value) => ({ value, label: standings(value) }))}
          value={standing}
          onChange={(event) => setStanding(partyStandings.find((one) => one === event.currentTarget.value) ?? standing)}
        />
        <TextArea
          label={t("list")}
          hint={t("hint")}
          minRows={4}
          maxRows={10}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <FileButton label={t("file")} onRead={setText} />
        <LineTable lines={lines} twice={isRead ? (twice.data ?? []) : []} />
        {needsReason ? (
          <TextField
            label={t("reason")}
            maxLength={importMembersLimits.reason}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
      </Stack>
    </ActDialog>
  );
}

interface FileButtonProps {
  label: string;
  onRead: (text: string) => void;
}

/** Opens a file with the list and gives its words. */
function FileButton({ label, onRead }: FileButtonProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div>
      <input
        ref={picker}
        type="file"
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        hidden
        aria-label={label}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void textOf(file).then(onRead);
        }}
      />
      <Button small onClick={() => picker.current?.click()}>
        {label}
      </Button>
    </div>
  );
}
