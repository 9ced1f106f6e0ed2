"use client";
import { useTranslations } from "next-intl";
import type { MemberLine } from "@/server/elections/choices";
import type { Twice } from "@/server/elections/parts/twice";
import styles from "./elections.module.css";

/** Every line of the list as it is read, with what is wrong with it; counts what is to be mended. */
export function LineTable({ lines, twice }: { lines: readonly MemberLine[]; twice: readonly Twice[] }) {
  const t = useTranslations("elections.import");
  if (lines.length === 0) return null;
  const wordsOf = ({ fault }: MemberLine, place: number): string => {
    if (fault) return t(`fault.${fault}`);
    const double = twice.find((one) => one.place === place);
    if (!double) return "";
    return double.as === null ? t("twiceParty") : t("twiceLine", { line: lines[double.as]?.line ?? 0 });
  };
  const wrong = lines.filter((line, place) => wordsOf(line, place) !== "").length;
  return (
    <>
      <p role="status">{wrong > 0 ? t("wrong", { count: wrong }) : t("right", { count: lines.length })}</p>
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
            {lines.map((line, place) => {
              const words = wordsOf(line, place);
              return (
                <tr key={line.line} data-fault={words === "" ? undefined : true}>
                  <td>{line.line}</td>
                  <td>{line.name || line.text}</td>
                  <td>{line.phone}</td>
                  <td>{words || [line.idNumber, line.address].filter(Boolean).join(" ")}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
}
