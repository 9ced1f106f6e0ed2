"use client";
import { useRouter } from "next/navigation";
import type { OwnFactor } from "@/server/account/reads/own-account";
import { SecondFactor } from "./second-factor";

/** On the account page: shows the new state once the recovery codes are written down. */
export function OwnFactorSection({ factor }: { factor: OwnFactor }) {
  const router = useRouter();
  return <SecondFactor factor={factor} onSet={() => router.refresh()} />;
}
