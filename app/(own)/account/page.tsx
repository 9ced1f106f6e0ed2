import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnBinding } from "@/app/_account/own-binding";
import { OwnFactorSection } from "@/app/_account/own-factor-section";
import { OwnSignIns } from "@/app/_account/own-sign-ins";
import { withWords } from "@/app/_i18n/client-words";
import { api, orNotFound } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Stack } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

/** One's own account: where one is signed in, the second step, and the password. */
async function AccountPage() {
  const t = await getTranslations("account");
  const trpc = await api();
  const [me, signIns, factor, binding] = await orNotFound(
    Promise.all([trpc.account.me({}), trpc.account.signIns({}), trpc.account.factor({}), trpc.account.binding({})]),
  );
  return (
    <Stack gap={16}>
      <PageHead
        title={t("title")}
        note={me.username}
        end={<ButtonLink href="/change-password">{t("changePassword")}</ButtonLink>}
      />
      <OwnSignIns signIns={signIns} />
      <OwnFactorSection factor={factor} />
      {binding ? <OwnBinding binding={binding} /> : null}
    </Stack>
  );
}

export default withWords("(own)/account/page", AccountPage);
