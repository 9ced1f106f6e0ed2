"use client";
import { useLocale, useTranslations } from "next-intl";
import { ParticularFields } from "@/app/_disputes/parties/particular-fields";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { Button } from "@/app/_ui/actions/button";
import { PhoneField } from "@/app/_ui/fields/phone-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { formatSide } from "@/app/_ui/format/format-number";
import { partyLimits } from "@/app/_ui/limits/disputes";
import type { MoreItem } from "@/app/_ui/menus/more-item";
import { MoreMenu } from "@/app/_ui/menus/more-menu";
import { Tag } from "@/app/_ui/text/tag";
import { partyKinds, partyStandings } from "@/db/vocabulary";
import type { CallChoice } from "@/server/disputes/reads/choices";
import { isIdNumber, isPhone, newLink, noParticulars, type PartyDraft } from "./draft";
import { LinkRow } from "./link-row";
import { renamed } from "./proposed-kind";
import styles from "./register.module.css";
import { asSeen, type SeenIn } from "./seen";

interface PartyRowProps {
  party: PartyDraft;
  /** Shows its labels; the rows below are aligned with them. */
  isFirst: boolean;
  /** The page opens with the cursor here. */
  isFocused?: boolean;
  isNameMissing: boolean;
  /** Of the call they made: whose phone is theirs where none is typed. */
  caller: CallChoice["caller"];
  /** Somebody of an earlier matter whom this may be. */
  seen: SeenIn | null;
  canRemove: boolean;
  onChange: (party: PartyDraft) => void;
  onRemove: () => void;
  onAddBeside: () => void;
}

/** One party: side, name, phone, address; everything else is in the row's menu and shown as tags below once chosen. */
export function PartyRow({
  party,
  isFirst,
  isFocused,
  isNameMissing,
  caller,
  seen,
  canRemove,
  onChange,
  onRemove,
  onAddBeside,
}: PartyRowProps) {
  const t = useTranslations("register.who");
  const side = formatSide(party.side - 1, useLocale());
  const set = (part: Partial<PartyDraft>) => onChange({ ...party, ...part });
  const items = useItems({ party, canRemove, set, onRemove, onAddBeside });
  return (
    <div
      className={styles.party}
      role="group"
      aria-label={t("row", { side, name: party.name || t("nobody") })}
      data-first={isFirst || undefined}
    >
      <span className={styles.stamp}>
        <SideStamp index={party.side - 1} />
      </span>
      <TextField
        label={t("name")}
        maxLength={partyLimits.name}
        autoComplete="off"
        autoFocus={isFocused}
        value={party.name}
        error={isNameMissing ? t("nameMissing") : undefined}
        onChange={(event) => onChange(renamed(party, event.currentTarget.value))}
      />
      <PhoneField
        label={t("phone")}
        placeholder={caller?.phone || t("phoneEmpty")}
        value={party.phone}
        error={isPhone(party.phone) ? undefined : t("phoneWrong")}
        onChange={(phone) => set({ phone })}
      />
      <TextField
        label={t("address")}
        maxLength={partyLimits.address}
        autoComplete="off"
        value={party.address}
        onChange={(event) => set({ address: event.currentTarget.value })}
      />
      <span className={styles.menu}>
        <MoreMenu label={t("menu", { name: party.name || side })} items={items} />
      </span>
      {caller ? <CallerLine caller={caller} onOther={() => set({ callerOf: undefined })} /> : null}
      {seen ? <SeenLine seen={seen} onTake={() => onChange(asSeen(party, seen))} /> : null}
      <Tags party={party} />
      <FurtherWords party={party} set={set} />
      {party.links.map((link) => (
        <LinkRow
          key={link.key}
          link={link}
          hasGuardian={party.isMinor || Boolean(party.lacksCapacity)}
          onChange={(next) => set({ links: party.links.map((one) => (one.key === next.key ? next : one)) })}
          onRemove={() => set({ links: party.links.filter((one) => one.key !== link.key) })}
        />
      ))}
    </div>
  );
}

/** What was chosen from the row's menu, and where its particulars come from. */
function Tags({ party }: { party: PartyDraft }) {
  const t = useTranslations("register.who");
  const kinds = useTranslations("vocabulary.partyKinds");
  const standings = useTranslations("vocabulary.partyStandings");
  const tags = [
    party.isMinor ? t("minorTag") : null,
    party.lacksCapacity ? t("wardTag") : null,
    party.kind === "person" ? null : kinds(party.kind),
    isUsual(party) ? null : standings(party.standing),
    party.takenFrom ? t("takenFrom", { number: party.takenFrom }) : null,
  ].filter(Boolean);
  if (tags.length === 0) return null;
  return (
    <span className={styles.tags}>
      {tags.map((tag) => (
        <Tag key={tag}>{tag}</Tag>
      ))}
    </span>
  );
}

const isUsual = ({ side, standing }: PartyDraft) => standing === (side === 1 ? "applicant" : "respondent");

/** Whose call brought the matter: their phone is taken over without being shown; it may be another one's. */
function CallerLine({ caller, onOther }: { caller: NonNullable<CallChoice["caller"]>; onOther: () => void }) {
  const t = useTranslations("register.who");
  return (
    <p className={styles.caller}>
      {t("caller", { name: caller.name || t("nobody"), hasPhone: caller.phone ? "yes" : "no" })}{" "}
      <Button small variant="text" onClick={onOther}>
        {t("notCaller")}
      </Button>
    </p>
  );
}

/** Somebody who was party to an earlier matter: what is known of them is taken over in one press, and the matter is named. */
function SeenLine({ seen: { who, of }, onTake }: { seen: SeenIn; onTake: () => void }) {
  const t = useTranslations("register.who");
  const by = who.typedPhone === null ? "name" : "phone";
  return (
    <p className={styles.caller}>
      {t("seen", { by, name: who.name, number: of.number, title: of.title })}{" "}
      <Button small variant="text" onClick={onTake}>
        {t("takeSeen")}
      </Button>
    </p>
  );
}

/** What was chosen from the menu to be filled in. */
function FurtherWords({ party, set }: { party: PartyDraft; set: (part: Partial<PartyDraft>) => void }) {
  const t = useTranslations("register.who");
  return (
    <>
      {party.idNumber === undefined ? null : (
        <div className={styles.link}>
          <TextField
            label={t("idNumber")}
            maxLength={partyLimits.idNumber}
            autoComplete="off"
            value={party.idNumber}
            error={party.idNumber.trim().length < 18 || isIdNumber(party) ? undefined : t("idNumberWrong")}
            onChange={(event) => set({ idNumber: event.currentTarget.value })}
          />
        </div>
      )}
      {party.particulars === undefined || party.kind === "unidentified" ? null : (
        <div className={styles.particulars} role="group" aria-label={t("particulars")}>
          <ParticularFields
            kind={party.kind}
            value={party.particulars}
            onChange={(part) => set({ particulars: { ...noParticulars, ...party.particulars, ...part } })}
          />
        </div>
      )}
      {party.employer === undefined ? null : (
        <div className={styles.link}>
          <TextField
            label={t("employer")}
            maxLength={partyLimits.employer}
            autoComplete="off"
            value={party.employer}
            onChange={(event) => set({ employer: event.currentTarget.value })}
          />
        </div>
      )}
    </>
  );
}

interface ItemsOptions extends Pick<PartyRowProps, "party" | "canRemove" | "onRemove" | "onAddBeside"> {
  set: (part: Partial<PartyDraft>) => void;
}

/** Further details of a party, in the row's menu. */
function useItems({ party, canRemove, set, onRemove, onAddBeside }: ItemsOptions): MoreItem[] {
  const t = useTranslations("register.who");
  const kinds = useTranslations("vocabulary.partyKinds");
  const standings = useTranslations("vocabulary.partyStandings");
  const side = formatSide(party.side - 1, useLocale());
  const add = (kind: "agent" | "guardian" | "representative") => set({ links: [...party.links, newLink(kind)] });
  const items: MoreItem[] = [
    { label: t("addBeside", { side }), onPress: onAddBeside },
    ...(party.idNumber === undefined && party.kind === "person"
      ? [{ label: t("addIdNumber"), onPress: () => set({ idNumber: "" }) }]
      : []),
    ...(party.particulars === undefined && party.kind !== "unidentified"
      ? [{ label: t("addParticulars"), onPress: () => set({ particulars: noParticulars }) }]
      : []),
    ...(party.employer === undefined ? [{ label: t("addEmployer"), onPress: () => set({ employer: "" }) }] : []),
    { label: t("addAgent"), onPress: () => add(party.kind === "organisation" ? "representative" : "agent") },
    ...guardianItems({ party, set, t }),
    ...partyKinds
      .filter((kind) => kind !== party.kind)
      .map((kind) => ({
        label: t("kind", { kind: kinds(kind) }),
        onPress: () =>
          set({ kind, isKindChosen: true, isMinor: false, lacksCapacity: false, links: withoutGuardian(party) }),
      })),
    ...partyStandings
      .filter((standing) => standing !== party.standing)
      .map((standing) => ({
        label: t("standing", { standing: standings(standing) }),
        onPress: () => set({ standing }),
      })),
  ];
  if (canRemove) items.push({ label: t("remove"), onPress: onRemove, tone: "stop" });
  return items;
}

const withoutGuardian = (party: PartyDraft) => party.links.filter((link) => link.kind !== "guardian");

interface GuardianItems extends Pick<ItemsOptions, "party" | "set"> {
  t: (key: "notMinor" | "isMinor" | "hasGuardian" | "noGuardian") => string;
}

/** Whether a guardian acts for the party: a minor, or an adult who cannot judge what they do. */
function guardianItems({ party, set, t }: GuardianItems): MoreItem[] {
  const links = [...withoutGuardian(party), newLink("guardian")];
  if (party.isMinor)
    return [{ label: t("notMinor"), onPress: () => set({ isMinor: false, links: withoutGuardian(party) }) }];
  if (party.lacksCapacity)
    return [{ label: t("noGuardian"), onPress: () => set({ lacksCapacity: false, links: withoutGuardian(party) }) }];
  return [
    { label: t("isMinor"), onPress: () => set({ isMinor: true, kind: "person", links }) },
    { label: t("hasGuardian"), onPress: () => set({ lacksCapacity: true, kind: "person", links }) },
  ];
}
