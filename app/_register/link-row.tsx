"use client";
import { IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/actions/button";
import { CheckField } from "@/app/_ui/fields/check-field";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { PhoneField } from "@/app/_ui/fields/phone-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { partyLinkLimits } from "@/app/_ui/limits/disputes";
import { partyLinkKinds } from "@/db/vocabulary";
import { isAuthorised } from "@/server/disputes/choices";
import { isPhone, type LinkDraft } from "./draft";
import styles from "./register.module.css";

/** An agent, guardian, representative or helper, under their party. */
export function LinkRow({
  link,
  hasGuardian,
  onChange,
  onRemove,
}: {
  link: LinkDraft;
  /** A guardian acts for the party: a minor, or an adult who cannot judge what they do. */
  hasGuardian: boolean;
  onChange: (link: LinkDraft) => void;
  onRemove: () => void;
}) {
  const t = useTranslations("register.who");
  const kinds = useTranslations("vocabulary.partyLinkKinds");
  return (
    <div className={styles.link}>
      <SelectField
        label={t("linkKind")}
        options={partyLinkKinds
          .filter((kind) => hasGuardian || kind !== "guardian")
          .map((value) => ({ value, label: kinds(value) }))}
        value={link.kind}
        onChange={(event) => {
          const kind = partyLinkKinds.find((one) => one === event.currentTarget.value) ?? link.kind;
          const authorisedOn = isAuthorised(kind) ? link.authorisedOn : null;
          onChange({ ...link, kind, authorisedOn, maySign: kind !== "helper" && link.maySign });
        }}
      />
      <TextField
        label={t("linkName")}
        maxLength={partyLinkLimits.name}
        value={link.name}
        onChange={(event) => onChange({ ...link, name: event.currentTarget.value })}
      />
      <PhoneField
        label={t("linkPhone")}
        value={link.phone}
        error={isPhone(link.phone) ? undefined : t("phoneWrong")}
        onChange={(phone) => onChange({ ...link, phone })}
      />
      <CheckField
        label={t("maySign")}
        disabled={link.kind === "helper"}
        checked={link.maySign}
        onChange={(event) => onChange({ ...link, maySign: event.currentTarget.checked })}
      />
      {isAuthorised(link.kind) ? (
        <span className={styles.authorised}>
          <DateTimeField
            part="date"
            label={t("authorisedOn")}
            value={link.authorisedOn ?? ""}
            maxDay={toWallClock(new Date()).slice(0, 10)}
            onChange={(day) => onChange({ ...link, authorisedOn: day || null })}
          />
        </span>
      ) : null}
      <Button small variant="text" icon={<IconX aria-hidden />} onClick={onRemove}>
        {t("linkRemove")}
      </Button>
    </div>
  );
}
