import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlainFrame } from "@/app/_frame/plain-frame";
import { ChangePassword } from "./change-password";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn.change"))("title") };
}

export default async function ChangePasswordPage({ searchParams }: { searchParams: Promise<{ first?: string }> }) {
  const { first } = await searchParams;
  return (
    <PlainFrame>
      <ChangePassword isForced={first !== undefined} />
    </PlainFrame>
  );
}
