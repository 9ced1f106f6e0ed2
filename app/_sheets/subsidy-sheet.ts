import { getTranslations } from "next-intl/server";
import { yuanOfFen } from "@/app/_ui/format/fen";
import type { SheetCell, SheetTable } from "@/server/sheets/parts/workbook";
import type { SubsidyMatter } from "@/server/subsidies/parts/matters-due";
import type { SubsidyMonth } from "@/server/subsidies/reads/subsidies-of-month";
import { type Made, madeNote } from "./made";

/** A month's subsidies as a workbook: every matter with its class, amount and reason, and what comes to each mediator. */
export async function subsidySheets(seen: SubsidyMonth, made: Made): Promise<SheetTable[]> {
  const [t, names, kinds] = await Promise.all([
    getTranslations("subsidies"),
    getTranslations("sheets.names"),
    getTranslations("vocabulary.paperKinds"),
  ]);
  const { handedOver } = seen;
  const handed = handedOver && {
    ...{ day: handedOver.handedOn, recipient: handedOver.recipient, by: handedOver.handedBy },
    hash: handedOver.sha256.slice(0, 12),
  };
  const notes = [
    ...[`${seen.committeeName} ${seen.month}`, t("how")],
    ...(handed ? [t("handedOver", handed)] : []),
    await madeNote(made),
  ];
  const yuan = (fen: number): SheetCell => Number(yuanOfFen(fen));
  const reason = ({ block }: SubsidyMatter): SheetCell => {
    switch (block?.code) {
      case "papers":
        return t("reasons.papers", { papers: block.kinds.map((kind) => kinds(kind)).join(" / ") });
      case "paidBefore":
        return t("reasons.paidBefore", { number: block.dossierNumber });
      case "notArchived":
      case "noAmount":
      case "merged":
        return t(`reasons.${block.code}`);
      default:
        return null;
    }
  };
  const named = (row: SubsidyMatter): SheetCell[] => [
    ...[row.number, row.title, row.leadName, { day: row.day }, row.dossierNumber, t(`classes.${row.class}`)],
  ];
  const heads = ["number", "caseTitle", "lead", "ended", "dossier", "class", "amountYuan", "state", "reason"] as const;
  return [
    {
      name: names("subsidies"),
      notes,
      head: heads.map((key) => t(key)),
      widths: [18, 44, 12, 12, 26, 14, 12, 12, 44],
      rows: [
        ...seen.matters.map((row) => [
          ...named(row),
          ...[yuan(row.amountFen), t(row.block ? "isBlocked" : "isPaid"), reason(row)],
        ]),
        ...seen.corrections.map((row) => [
          ...named(row),
          ...[yuan(row.nowFen - row.beforeFen), t("isCorrection"), reason(row)],
        ]),
      ],
    },
    {
      name: names("subsidyMediators"),
      notes,
      head: (["person", "paidCount", "paidSum", "blockedCount", "blockedSum"] as const).map((key) => t(key)),
      widths: [14, 12, 14, 16, 16],
      rows: seen.mediators.map((row) => [row.name, row.paid, yuan(row.paidFen), row.blocked, yuan(row.blockedFen)]),
    },
  ];
}
