import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlainFrame } from "@/app/_frame/plain-frame";
import { withWords } from "@/app/_i18n/client-words";
import { providerName } from "@/app/_trpc/server";
import { SignInForm } from "./sign-in-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

interface SignInProps {
  searchParams: Promise<{ error?: string }>;
}

async function SignInPage({ searchParams }: SignInProps) {
  const { error } = await searchParams;
  return (
    <PlainFrame>
      <SignInForm provider={providerName()} isUnbound={error === "AccessDenied"} />
    </PlainFrame>
  );
}

export default withWords("(public)/sign-in/page", SignInPage);
