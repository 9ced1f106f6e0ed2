import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RoleButtons } from "@/app/_account/role-buttons";
import { withWords } from "@/app/_i18n/client-words";
import { api } from "@/app/_trpc/server";
import { Stack } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";
import { Sheet } from "@/app/_ui/layout/sheet";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.otherRole"))("title") };
}

/** Where a link leads to a page of another of the reader's roles: which one they act in, and to change it here. */
async function OtherRolePage() {
  const t = await getTranslations("account.otherRole");
  const roles = await getTranslations("vocabulary.roles");
  const own = await (await api()).account.roles({});
  const others = own.filter(({ isActing }) => !isActing);
  // A role that has ended meanwhile leaves nothing to change to.
  if (others.length === 0) redirect("/");
  const acting = own.find(({ isActing }) => isActing);
  return (
    <>
      <PageHead title={t("title")} />
      <Sheet>
        <Stack>
          <p>{t("what", { role: acting ? roles(acting.role) : "" })}</p>
          <RoleButtons others={others} />
        </Stack>
      </Sheet>
    </>
  );
}

export default withWords("(own)/other-role/page", OtherRolePage);
