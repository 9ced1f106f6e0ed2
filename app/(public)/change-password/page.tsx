import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlainFrame } from "@/app/_frame/plain-frame";
import { SignInAgain } from "@/app/_frame/sign-in-again";
import { withWords } from "@/app/_i18n/client-words";
import { TrpcClient } from "@/app/_trpc/client";
import { currentPerson } from "@/app/_trpc/server";
import { ChangePassword } from "./change-password";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn.change"))("title") };
}

/** Reached from the person menu, or forced at the first sign-in with a password that an administrator made. */
async function ChangePasswordPage() {
  const { mustChangePassword, username } = await currentPerson();
  return (
    <PlainFrame>
      <TrpcClient>
        <SignInAgain username={username} />
        <ChangePassword isForced={mustChangePassword} />
      </TrpcClient>
    </PlainFrame>
  );
}

export default withWords("(public)/change-password/page", ChangePasswordPage);
