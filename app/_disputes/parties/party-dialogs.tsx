"use client";
import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/app/_ui/actions/button";
import { AddLinkDialog } from "./add-link-dialog";
import { AddPartyDialog } from "./add-party-dialog";
import { AmendPartyDialog } from "./amend-party-dialog";
import { EndLinkDialog, type LinkTarget } from "./end-link-dialog";
import type { PartyTarget } from "./party-target";

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
      dialog={(close) => <AddPartyDialog {...props} onClose={close} />}
    />
  );
}

export function AmendPartyButton(target: PartyTarget) {
  const t = useTranslations("disputes.parties");
  return (
    <Opens
      label={t("amend")}
      of={target.party.name}
      dialog={(close) => <AmendPartyDialog {...target} onClose={close} />}
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
      dialog={(close) => <AddLinkDialog {...target} onClose={close} />}
    />
  );
}
