"use client";
import { useRouter } from "next/navigation";
import { SecondFactor } from "@/app/_account/second-factor";
import type { OwnFactor } from "@/server/account/reads/own-account";

/** Goes on to the first page once it is set up. */
export function AddFactor({ factor }: { factor: OwnFactor }) {
  const router = useRouter();
  return (
    <SecondFactor
      factor={factor}
      onSet={() => {
        router.replace("/");
        router.refresh();
      }}
    />
  );
}
