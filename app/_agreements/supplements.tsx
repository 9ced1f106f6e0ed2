"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { useAllNames } from "@/app/_ui/format/use-names";
import type { PartyExitKind, PartyKind, PartyStanding } from "@/db/vocabulary";
import type { AgreementPage, AgreementPaper, Supplement } from "@/server/agreements/reads/agreement";
import styles from "./agreement.module.css";

/** What has been corrected since the paper was sent to sign, and the number by which its words are known. */
export function Supplements({ page, agreement }: { page: AgreementPage; agreement: AgreementPaper }) {
  const t = useTranslations("agreements.supplements");
  const allNames = useAllNames();
  const { supplements, hash, unboundPartyIds } = agreement;
  if (!hash && unboundPartyIds.length === 0) return null;
  const names = page.parties.filter(({ id }) => unboundPartyIds.includes(id)).map(({ name }) => name);
  return (
    <section className={styles.supplements} aria-label={t("title")}>
      {names.length > 0 ? <p>{t("unbound", { names: allNames(names) })}</p> : null}
      {supplements.length > 0 ? (
        <>
          <b>{t("title")}</b>
          <ul>
            {supplements.map((one) => (
              <li key={`${one.partyId}${one.field}${one.changedAt}`}>
                <Words page={page} supplement={one} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {hash ? <small>{t("hash", { hash: hash.slice(0, 16) })}</small> : null}
    </section>
  );
}

function Words({ page, supplement }: { page: AgreementPage; supplement: Supplement }) {
  const t = useTranslations("agreements.supplements");
  const kinds = useTranslations("vocabulary.partyKinds");
  const standings = useTranslations("vocabulary.partyStandings");
  const sexes = useTranslations("vocabulary.sexes");
  const exits = useTranslations("vocabulary.partyExitKinds");
  const f = useFormat();
  const { field, partyId, changedAt, changedByName, oldValue, newValue, reason, since } = supplement;
  const shown = (value: string) => {
    if (field === "kind") return kinds(value as PartyKind);
    if (field === "standing") return standings(value as PartyStanding);
    if (field === "departed") return value ? exits(value as PartyExitKind) : t("present");
    if (field === "isMinor") return t(value === "true" ? "minor" : "adult");
    if (field === "lacksCapacity") return t(value === "true" ? "lacksCapacity" : "fullCapacity");
    if (field === "ownWages" && value === "") return t("guardian");
    if (field === "sex" && (value === "male" || value === "female")) return sexes(value);
    return value || t("nothing");
  };
  const words = {
    who: partyId ? (page.parties.find((party) => party.id === partyId)?.name ?? t("party")) : t("committee"),
    field: t(`fields.${field}`),
    before: shown(oldValue),
    now: shown(newValue),
  };
  const why = [since ? t("since", { day: f.day(since) }) : "", reason].filter(Boolean).join(" ");
  if (field === "joined" && changedAt)
    return t("joined", { who: newValue, day: f.day(changedAt), by: changedByName ?? t("system"), why });
  return changedAt
    ? t("changed", { ...words, day: f.day(changedAt), by: changedByName ?? t("system"), why })
    : t("isNow", words);
}
