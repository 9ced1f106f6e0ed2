import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PlainFrame } from "@/app/_frame/plain-frame";
import { withWords } from "@/app/_i18n/client-words";
import { type OfficesHere, officesHere, providerName } from "@/app/_trpc/server";
import { SignInForm } from "./sign-in-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

interface SignInProps {
  searchParams: Promise<{ error?: string }>;
}

async function SignInPage({ searchParams }: SignInProps) {
  const { error } = await searchParams;
  const here = await officesHere();
  return (
    <PlainFrame>
      <SignInForm
        provider={providerName()}
        place={here ? await placeOf(here) : null}
        isUnbound={error === "AccessDenied"}
      />
    </PlainFrame>
  );
}

/** More than these would be a list, and the county says it. */
const mostNamed = 4;

/** Whose system this is: the station, or the county with its stations. */
async function placeOf({ county: ownName, countyEn, stations }: OfficesHere): Promise<string> {
  const [t, inNames] = await Promise.all([getTranslations("signIn"), getTranslations("ui.names")]);
  const isEnglish = (await getLocale()) === "en";
  const county = isEnglish && countyEn ? countyEn : ownName;
  const names = stations.map(({ name, nameEn }) => (isEnglish && nameEn ? nameEn : name));
  if (names.length === 0 || names.length > mostNamed) return county;
  return names.length === 1 ? (names[0] ?? county) : t("place", { county, stations: names.join(inNames("and")) });
}

export default withWords("(public)/sign-in/page", SignInPage);
