import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlainFrame } from "@/app/_frame/plain-frame";
import { providerName } from "@/app/_trpc/server";
import { SignInForm } from "./sign-in-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

interface SignInProps {
  searchParams: Promise<{ error?: string }>;
}

export default async function SignInPage({ searchParams }: SignInProps) {
  const { error } = await searchParams;
  return (
    <PlainFrame>
      <SignInForm provider={providerName()} isUnbound={error === "AccessDenied"} />
    </PlainFrame>
  );
}
