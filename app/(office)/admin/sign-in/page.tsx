import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FactorRuleButton } from "@/app/_admin/factor-rule-button";
import { withWords } from "@/app/_i18n/client-words";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { formatFor } from "@/app/_ui/format/format-for";
import { PageHead } from "@/app/_ui/layout/page-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { DataTable } from "@/app/_ui/lists/data-table";
import { Tag } from "@/app/_ui/text/tag";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.signIn"))("title") };
}

/** 登录要求: which roles need a second factor, and from which day. */
async function SignInRulesPage() {
  const t = await getTranslations("admin.signIn");
  const settings = await getTranslations("settings");
  const roles = await getTranslations("vocabulary.roles");
  const now = requestTime();
  const f = formatFor(await getLocale(), now);
  const rules = await orNotFound((await api()).account.factorRules({}));
  const word = (isRequired: boolean) => t(isRequired ? "required" : "optional");
  return (
    <>
      <PageHead
        title={t("title")}
        note={t("note")}
        end={
          <ButtonLink small href="/rules">
            {settings("title")}
          </ButtonLink>
        }
      />
      <Sheet flush>
        <DataTable
          caption={t("caption")}
          rows={rules}
          keyOf={({ role }) => role}
          columns={[
            { key: "role", head: t("role"), label: t("role"), cell: ({ role }) => roles(role) },
            {
              key: "today",
              head: t("today"),
              label: t("today"),
              cell: ({ isRequired }) => (isRequired ? <Tag tone="act">{word(true)}</Tag> : word(false)),
            },
            {
              key: "later",
              head: t("later"),
              label: t("later"),
              cell: ({ later }) =>
                later
                  .map(({ from, isRequired }) => t("from", { day: f.day(from), rule: word(isRequired) }))
                  .join(" ") || t("none"),
            },
            {
              key: "change",
              head: "",
              label: t("change"),
              cell: (rule) => <FactorRuleButton rule={rule} now={now.toISOString()} />,
            },
          ]}
        />
      </Sheet>
    </>
  );
}

export default withWords("(office)/admin/sign-in/page", SignInRulesPage);
