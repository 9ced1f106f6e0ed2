"use client";
import { IconUpload, IconUsers } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { withLaterWords } from "@/app/_i18n/later-words";
import { PrintHere } from "@/app/_papers/print-here";
import { Button } from "@/app/_ui/actions/button";
import { useFirstUse } from "@/app/_ui/actions/use-first-use";
import { LaterFailed } from "@/app/_ui/feedback/later-failed";
import { formatSide } from "@/app/_ui/format/format-number";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line, Stack } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import type { Action } from "@/server/access/policy";
import type { Election } from "@/server/elections/reads/elections";
import type { OpenDialog } from "./election-dialogs";
import styles from "./elections.module.css";
import type { Ending } from "./end-election-dialog";
import type { SideParty } from "./side-party";

interface ElectionListProps {
  disputeId: string;
  version: number;
  elections: readonly Election[];
  /** Who is a party now. */
  parties: readonly SideParty[];
  allowed: readonly Action[];
  needsReason: boolean;
  isSigning: boolean;
  today: string;
}

/** Elections with who elected whom, and the dialogs that import, elect, end and sign. */
export function ElectionList(props: ElectionListProps) {
  const t = useTranslations("elections");
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const { part: Dialogs, hasFailed, use } = useFirstUse(loadDialogs);
  const { elections, parties, allowed, disputeId, version, needsReason, today } = props;
  const mayImport = allowed.includes("party.import");
  const mayElect = allowed.includes("election.record") && parties.length > 2;
  if (elections.length === 0 && !mayImport && !mayElect) return null;
  const show = (dialog: OpenDialog) => {
    use();
    setOpen(dialog);
  };
  const target = { disputeId, version, onClose: () => setOpen(null) };
  return (
    <Sheet labelledBy="elections">
      <SectionHead
        id="elections"
        title={t("title")}
        note={t("note")}
        end={
          <Line>
            {mayImport ? (
              <Button small icon={<IconUpload aria-hidden />} onClick={() => show({ kind: "import" })}>
                {t("import.open")}
              </Button>
            ) : null}
            {mayElect ? (
              <Button small icon={<IconUsers aria-hidden />} onClick={() => show({ kind: "elect" })}>
                {t("elect.open")}
              </Button>
            ) : null}
          </Line>
        }
      />
      <Stack>
        {elections.map((election) => (
          <OneElection key={election.id} election={election} {...props} onOpen={show} />
        ))}
      </Stack>
      {open && Dialogs ? (
        <Dialogs open={open} target={target} parties={parties} needsReason={needsReason} today={today} />
      ) : null}
      {hasFailed ? <LaterFailed /> : null}
    </Sheet>
  );
}

const loadDialogs = withLaterWords("_elections/election-dialogs", () =>
  import("./election-dialogs").then(({ ElectionDialogs }) => ElectionDialogs),
);

function OneElection({
  disputeId,
  election,
  allowed,
  isSigning,
  onOpen,
}: ElectionListProps & { election: Election; onOpen: (open: OpenDialog) => void }) {
  const t = useTranslations("elections");
  const locale = useLocale();
  const f = useFormat();
  const { id: electionId, side, members, representatives } = election;
  const mayEnd = allowed.includes("election.end");
  const still = members.filter(({ endedOn }) => endedOn === null);
  const scope = (["mayNegotiate", "maySign", "mayReceive"] as const).filter((one) => election[one]);
  const end = (who: Ending["who"], { id: partyId, name }: { id: string; name: string }) =>
    onOpen({ kind: "end", ending: { electionId, who, partyId, name } });
  return (
    <div>
      <h3>{t("heading", { side: formatSide(side - 1, locale), count: still.length })}</h3>
      <p>
        <Facts
          items={[
            f.day(election.electedOn),
            election.paper,
            scope.map((one) => t(`scope.${one}`)).join(locale === "en" ? ", " : "、"),
            t("recordedBy", { name: election.recordedBy }),
          ]}
        />
      </p>
      {allowed.includes("paper.ask") && still.length > 0 ? (
        <PrintHere
          disputeId={disputeId}
          kinds={["representatives"]}
          subjectId={electionId}
          of={f.day(election.electedOn)}
        />
      ) : null}
      <ul className={styles.people}>
        {representatives.map((one) => (
          <li key={one.id}>
            <strong>{one.name}</strong>
            {one.endedOn ? <Ended {...one} endedOn={one.endedOn} /> : <Tag tone="act">{t("representative")}</Tag>}
            {one.endedOn === null && isSigning && election.maySign && allowed.includes("agreement.sign") ? (
              <Button small onClick={() => onOpen({ kind: "sign", who: { id: one.id, name: one.name, side } })}>
                {t("sign.open", { name: one.name })}
              </Button>
            ) : null}
            {one.endedOn === null && mayEnd ? (
              <Button small variant="text" onClick={() => end("representative", one)}>
                {t("end.representative", { name: one.name })}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <details className={styles.members}>
        <summary>{t("members", { count: members.length })}</summary>
        <ul className={styles.people}>
          {members.map((one) => (
            <li key={one.id}>
              {one.name}
              {one.endedOn ? <Ended {...one} endedOn={one.endedOn} /> : null}
              {one.endedOn === null && mayEnd ? (
                <Button small variant="text" onClick={() => end("member", one)}>
                  {t("end.member", { name: one.name })}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function Ended({ endedOn, endedReason }: { endedOn: string; endedReason: string }) {
  const t = useTranslations("elections");
  const f = useFormat();
  return <span className={styles.quiet}>{t("ended", { on: f.day(endedOn), reason: endedReason })}</span>;
}
