import { useTranslations } from "next-intl";
import type { Interpreter } from "@/server/disputes/reads/interpreter-rows";

/** 维吾尔语翻译, 手语翻译, 代读人. */
export function useHelpWords() {
  const t = useTranslations("sessions.interpreters");
  const kinds = useTranslations("vocabulary.interpreterKinds");
  return ({ kind, language }: Pick<Interpreter, "kind" | "language">) =>
    kind === "spoken" ? t("ofLanguage", { language }) : kinds(kind);
}
