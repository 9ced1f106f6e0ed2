import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlainFrame } from "@/app/_frame/plain-frame";
import { SignInForm } from "./sign-in-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

export default function SignInPage() {
  return (
    <PlainFrame>
      <SignInForm />
    </PlainFrame>
  );
}
