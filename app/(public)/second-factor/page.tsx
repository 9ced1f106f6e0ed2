import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PlainFrame } from "@/app/_frame/plain-frame";
import { SignInAgain } from "@/app/_frame/sign-in-again";
import { withWords } from "@/app/_i18n/client-words";
import { TrpcClient } from "@/app/_trpc/client";
import { api, currentPerson } from "@/app/_trpc/server";
import { AddFactor } from "./add-factor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn.factor"))("title") };
}

/** Where a role that needs a second factor sets it up before anything else. */
async function SecondFactorPage() {
  const { mustAddFactor, mustChangePassword, username } = await currentPerson();
  if (mustChangePassword) redirect("/change-password");
  if (!mustAddFactor) redirect("/");
  const t = await getTranslations("signIn.factor");
  const factor = await (await api()).account.factor({});
  return (
    <PlainFrame>
      <TrpcClient>
        <SignInAgain username={username} />
        <h1>{t("title")}</h1>
        <p>{t("why")}</p>
        <AddFactor factor={factor} />
      </TrpcClient>
    </PlainFrame>
  );
}

export default withWords("(public)/second-factor/page", SecondFactorPage);
