"use client";
import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { withLaterWords } from "@/app/_i18n/later-words";
import { Button } from "@/app/_ui/actions/button";
import { LaterDialog } from "@/app/_ui/dialogs/later-dialog";
import { EndLinkDialog, type LinkTarget } from "./end-link-dialog";
import type { PartyTarget } from "./party-target";

// With their words, of which a page of parties has the most.
const loadAdd = withLaterWords("_disputes/parties/add-party-dialog", () =>
  import("./add-party-dialog").then((it) => it.AddPartyDialog),
);
const loadAmend = withLaterWords("_disputes/parties/amend-party-dialog", () =>
  import("./amend-party-dialog").then((it) => it.AmendPartyDialog),
);
const loadAddLink = withLaterWords("_disputes/parties/add-link-dialog", () =>
  import("./add-link-dialog").then((it) => it.AddLinkDialog),
);

interface OpensProps {
  label: string;
  /** Tells it from the same button of others for whoever hears it. */
  of?: string;
  icon?: ReactNode;
  dialog: (close: () => void) => ReactNode;
}

/** A button and the dialog it opens. */
function Opens({ label, of, icon, dialog }: OpensProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button small icon={icon} onClick={() => setOpen(true)}>
        {label}
        {of ? <span className="sr-only"> {of}</span> : null}
      </Button>
      {isOpen ? dialog(() => setOpen(false)) : null}
    </>
  );
}

export function AddPartyButton(props: {
  disputeId: string;
  version?: number;
  sides: readonly number[];
  needsReason: boolean;
}) {
  const t = useTranslations("disputes.parties");
  return (
    <Opens
      label={t("add")}
      icon={<IconPlus aria-hidden />}
      dialog={(close) => <LaterDialog load={loadAdd} props={{ ...props, onClose: close }} />}
    />
  );
}

export function AmendPartyButton(target: PartyTarget) {
  const t = useTranslations("disputes.parties");
  return (
    <Opens
      label={t("amend")}
      of={target.party.name}
      dialog={(close) => <LaterDialog load={loadAmend} props={{ ...target, onClose: close }} />}
    />
  );
}

export function EndLinkButton(target: LinkTarget) {
  const t = useTranslations("disputes.parties");
  return (
    <Opens
      label={t("endLink.open", { name: target.link.name })}
      dialog={(close) => <EndLinkDialog {...target} onClose={close} />}
    />
  );
}

export function AddLinkButton(target: PartyTarget) {
  const t = useTranslations("disputes.parties");
  return (
    <Opens
      label={t("addLink")}
      of={target.party.name}
      dialog={(close) => <LaterDialog load={loadAddLink} props={{ ...target, onClose: close }} />}
    />
  );
}
