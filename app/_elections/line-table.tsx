"use client";
import { useTranslations } from "next-intl";
import { useAllNames } from "@/app/_ui/format/use-names";
import { type MemberLine, membersIn } from "@/server/elections/choices";
import type { Twice } from "@/server/elections/parts/twice";
import styles from "./elections.module.css";

/** Every line of the list as it is read, with what is wrong with it; counts what is to be mended. */
export function LineTable({ lines, twice }: { lines: readonly MemberLine[]; twice: readonly Twice[] }) {
  const t = useTranslations("elections.import");
  const all = useAllNames();
  if (lines.length === 0) return null;
  const people = membersIn(lines);
  const wordsOf = (one: MemberLine): string => {
    if (one.fault) return t(`fault.${one.fault}`);
    const double = twice.find(({ place }) => people[place] === one);
    if (!double) return "";
    return double.as === null ? t("twiceParty") : t("twiceLine", { line: people[double.as]?.line ?? 0 });
  };
  const wrong = people.filter((one) => wordsOf(one) !== "").length;
  return (
    <>
      <p role="status">{wrong > 0 ? t("wrong", { count: wrong }) : t("right", { count: people.length })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <section className={styles.lines} aria-label={t("preview")} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("line")}</th>
              <th scope="col">{t("name")}</th>
              <th scope="col">{t("phone")}</th>
              <th scope="col">{t("rest")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((one) => {
              const words = wordsOf(one);
              const unread = one.unread.length > 0 ? t("unread", { what: all(one.unread) }) : "";
              const rest = one.isTitle
                ? t("heading")
                : [words, one.idNumber, one.address, unread].filter(Boolean).join(" · ");
              return (
                <tr key={`${one.line} ${one.name} ${one.text}`} data-fault={words === "" ? undefined : true}>
                  <td>{one.line}</td>
                  <td>{one.name || one.text}</td>
                  <td>{one.phone}</td>
                  <td>{rest}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
}
